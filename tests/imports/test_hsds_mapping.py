"""What becomes of each kind of record, one small export a test."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from generator.imports.hsds import Imported
from generator.imports.report import Happened
from tests.imports.conftest import Import

HEAD = "id,organization_id,name,description\n"


def services(made: Imported) -> list[dict[str, Any]]:
    """All services of the files, as plain values."""
    return [entry for text in made.files.values() for entry in (yaml.safe_load(text).get("services") or [])]


def told(made: Imported, *happened: Happened) -> list[tuple[int, str, str]]:
    """Row, column and reason of what happened so."""
    lines = [line for line in made.report.lines if line.happened in happened]
    return [(line.origin.row, line.field, str(line.reason)) for line in lines]


class TestPlaces:
    LOCATIONS = "id,organization_id,name\n31,7,Corner House\n32,7,Old Mill\n"
    PHONES = "service_id,location_id,number\n21,,(312) 555-0142\n,31,312.555.0142\n,32,(312) 555-0199\n"

    def test_a_place_is_guessed_where_only_it_has_the_number_of_the_service(self, imported: Import) -> None:
        made = imported(services=f"{HEAD}21,7,Tea,Tea.\n", locations=self.LOCATIONS, phones=self.PHONES)
        assert services(made)[0]["location"] == "corner-house"
        assert (2, "", "The export does not say where it is. Of the places of its organization only this one has its phone "
                "number, so it was taken, with its hours.") in told(made, Happened.GUESSED)  # fmt: skip

    @pytest.mark.parametrize(
        "phones",
        [
            pytest.param(
                "service_id,location_id,number\n21,,(312) 555-0142\n,31,(312) 555-0143\n", id="no place has it"
            ),
            pytest.param(
                "service_id,location_id,number\n21,,(312) 555-0142\n,31,(312) 555-0142\n,32,(312) 555-0142\n",
                id="two places have it",
            ),
            pytest.param("service_id,location_id,number\n21,,no phone\n,31,no phone\n", id="neither has one"),
        ],
    )
    def test_no_place_is_guessed_otherwise(self, imported: Import, phones: str) -> None:
        made = imported(services=f"{HEAD}21,7,Tea,Tea.\n", locations=self.LOCATIONS, phones=phones)
        assert "location" not in services(made)[0]

    def test_no_place_of_another_organization_is_taken(self, imported: Import) -> None:
        made = imported(services=f"{HEAD}21,8,Tea,Tea.\n", locations=self.LOCATIONS, phones=self.PHONES)
        assert "location" not in services(made)[0]

    def test_what_the_export_says_goes_before_any_guess(self, imported: Import) -> None:
        links = "id,service_id,location_id\n41,21,32\n42,21,99\n"
        made = imported(
            services=f"{HEAD}21,7,Tea,Tea.\n", locations=self.LOCATIONS, phones=self.PHONES, services_at_location=links
        )
        assert services(made)[0]["location"] == "old-mill"
        assert (3, "location_id", "There is no location with this id.") in told(made, Happened.DROPPED)

    def test_further_places_stand_in_words(self, imported: Import) -> None:
        made = imported(
            services=f"{HEAD}21,7,Tea,Tea.\n",
            locations=self.LOCATIONS,
            services_at_location="id,service_id,location_id\n41,21,31\n42,21,32\n",
            physical_addresses="location_id,address_1,city\n32,2 Mill Road,Elgin\n",
        )
        (service,) = services(made)
        assert (service["location"], service["description"]) == (
            "corner-house",
            "Also at: Old Mill, 2 Mill Road, Elgin\n",
        )

    def test_the_number_of_the_place_serves_where_the_service_has_none(self, imported: Import) -> None:
        made = imported(
            services=f"{HEAD}21,7,Tea,Tea.\n",
            locations=self.LOCATIONS,
            services_at_location="id,service_id,location_id\n41,21,32\n",
            phones=self.PHONES.replace("21,,(312) 555-0142\n", ""),
        )
        assert services(made)[0]["contact"] == {"phones": "(312) 555-0199"}
        assert (3, "number", "The service has no number of its own: that of its place was taken.") in told(
            made, Happened.GUESSED
        )

    def test_hours_of_a_service_at_a_place_go_before_those_of_the_place(self, imported: Import) -> None:
        made = imported(
            services=f"{HEAD}21,7,Tea,Tea.\n",
            locations=self.LOCATIONS,
            services_at_location="id,service_id,location_id\n41,21,31\n42,21,32\n",
            regular_schedules="service_at_location_id,location_id,weekday,opens_at,closes_at\n"
            "41,,Monday,10:00,11:00\n,31,Monday,9:00,17:00\n,32,Tuesday,9:00,17:00\n",
        )
        assert services(made)[0]["schedule"] == [
            {"when": "Monday 10:00-11:00", "note": "At Corner House."},
            {"when": "Tuesday 09:00-17:00", "note": "Opening hours of Old Mill."},
        ]
        assert (3, "opens_at", "No listing is known to be at this place, or it has hours of its own.") in told(
            made, Happened.DROPPED
        )

    @pytest.mark.parametrize(
        ("typed", "written"),
        [
            ("41.88,-87.63", {"latitude": 41.88, "longitude": -87.63}),
            ("0,0", {}),
            ("141,0", {}),
            ("nan,1", {}),
            ("41.88,", {}),
            ("north,west", {}),
        ],
    )
    def test_only_a_possible_spot_is_taken(self, imported: Import, typed: str, written: dict[str, float]) -> None:
        made = imported(services=f"{HEAD}21,,Tea,Tea.\n", locations=f"id,name,latitude,longitude\n31,Mill,{typed}\n")
        (place,) = yaml.safe_load(made.files["listings/places.yaml"])["locations"]
        assert place == {"id": "mill", "name": "Mill"} | written
        assert bool(told(made, Happened.DROPPED)) is not bool(written)

    def test_a_letter_address_stands_for_a_place_unless_it_is_a_box(self, imported: Import) -> None:
        made = imported(
            services=f"{HEAD}21,,Tea,Tea.\n",
            locations=self.LOCATIONS,
            postal_addresses="location_id,address_1,city\n31,1 Main Street,Elgin\n32,P.O. Box 5,Elgin\n",
        )
        places = yaml.safe_load(made.files["listings/places.yaml"])["locations"]
        assert [place.get("address") for place in places] == ["1 Main Street", None]
        assert (3, "address_1", "A box for letters is no place to go to.") in told(made, Happened.DROPPED)


class TestRecords:
    def test_a_record_that_says_the_same_twice_becomes_one(self, imported: Import) -> None:
        made = imported(services=f"{HEAD}21,,Tea,Tea.\n21,,Tea,Tea.\n22,,Tea,Tea.\n")
        assert len(services(made)) == 1
        assert told(made, Happened.DROPPED) == [
            (3, "", "It repeats row 2 wholly."),
            (4, "id", "It is the same as row 2 in everything but its id; one listing was made of both."),
        ]

    def test_two_records_with_one_id_are_both_kept(self, imported: Import) -> None:
        made = imported(services=f"{HEAD}21,,Tea,Tea.\n21,,Talk,Talk.\n", phones="service_id,number\n21,312-555-0142\n")
        assert [(one["id"], "contact" in one) for one in services(made)] == [("tea", True), ("talk", False)]
        assert (
            3,
            "id",
            "The record in row 2 has the same id. Both were kept; phones and the like went to the first.",
        ) in told(made, Happened.CHANGED)

    def test_records_that_nothing_tells_apart_are_related(self, imported: Import) -> None:
        made = imported(services=f"{HEAD}21,,Tea,Tea.\n22,,tea,More tea.\n")
        assert [(one["id"], one.get("related")) for one in services(made)] == [("tea-21", None), ("tea-22", ["tea-21"])]

    def test_what_belongs_to_nothing_is_told(self, imported: Import) -> None:
        made = imported(
            services=f"{HEAD}21,,Tea,Tea.\n",
            phones="service_id,number\n99,(312) 555-0142\n,(312) 555-0143\n21,\n",
            regular_schedules="service_id,weekday,opens_at,closes_at\n99,Monday,9:00,17:00\n,Monday,9:00,17:00\n",
        )
        assert told(made, Happened.DROPPED) == [
            (3, "", "It does not say whose hours these are."),
            (2, "service_id", "Nothing that was taken over has this id."),
            (2, "", "Nothing in the export has this id."),
            (3, "", "It does not say to what it belongs."),
        ]
        assert made.report.rows["phones.csv"].silent == {4}

    def test_a_field_that_the_model_refuses_is_taken_out_and_the_rest_stays(self, imported: Import) -> None:
        rows = "id,name,description,minimum_age,maximum_age\n1,Tea,Tea.,60,18\n2,Talk,Talk.,ten,\n"
        made = imported(services=rows)
        assert [one.get("eligibility") for one in services(made)] == [None, None]
        assert [(row, field) for row, field, _ in told(made, Happened.DROPPED)] == [
            (2, "eligibility"),
            (3, "minimum_age"),
        ]


class TestTexts:
    LONG = "The first sentence says what it is about. " + "And another one follows it. " * 20

    def test_a_long_text_gives_a_summary_and_stands_whole_below(self, imported: Import) -> None:
        (service,) = services(imported(services=f'id,name,description\n1,Tea,"{self.LONG}"\n'))
        assert service["summary"] == self.LONG[: len("The first sentence says what it is about. ") + 7 * 28].strip()
        assert " ".join(service["description"].split()) == self.LONG.strip()

    def test_a_text_beyond_all_limits_is_cut_and_told(self, imported: Import) -> None:
        made = imported(services='id,name,description\n1,Tea,"' + "A sentence that is long. " * 300 + '"\n')
        (service,) = services(made)
        assert len(service["description"]) <= 5001
        assert service["description"].endswith("A sentence\nthat is long.\n") or service["description"].endswith(
            "long.\n"
        )
        assert told(made, Happened.DROPPED) == [
            (2, "description", "Only the beginning was taken: 5000 characters fit, of 7499.")
        ]

    def test_what_does_not_fit_into_a_field_goes_on_in_the_description(self, imported: Import) -> None:
        (service,) = services(imported(services=f'id,name,description,application_process\n1,Tea,Tea.,"{self.LONG}"\n'))
        beginning = service["application_process"]
        rest = " ".join(service["description"].split()).removeprefix("More on how to join: ")
        assert f"{beginning} {rest}" == self.LONG.strip()

    def test_small_tables_about_a_service_are_read(self, imported: Import) -> None:
        made = imported(
            services=f"{HEAD}21,,Tea,Tea.\n",
            eligibility="service_id,eligibility\n21,Anybody over 18\n",
            languages="service_id,language\n21,Spanish\n21,Klingon\n21,English\n",
            required_documents="service_id,document\n21,Photo ID\n",
            service_areas="service_id,service_area\n21,Kane County\n21,Cook County\n",
        )
        (service,) = services(made)
        assert service == {
            "id": "tea",
            "name": "Tea",
            "summary": "Tea.",
            "description": "Area served: Kane County; Cook County\n",
            "languages": ["es", "tlh", "en"],
            "eligibility": "Anybody over 18",
            "required_documents": "Photo ID",
        }

    @pytest.mark.parametrize(
        ("typed", "cost"),
        [
            ("Free to everyone", "free"),
            ("FREE.", "free"),
            ("Free to eligible persons/entities", {"kind": "free", "note": "Free to eligible persons/entities"}),
            ("Flat fee regardless of income", {"kind": "fixed", "note": "Flat fee regardless of income"}),
            ("Free for members; others pay $5", None),
            ("$0 to $40", None),
        ],
    )
    def test_a_cost_is_typed_only_where_it_is_certain(self, imported: Import, typed: str, cost: object) -> None:
        (service,) = services(imported(services=f"id,name,description,fees\n1,Tea,Tea.,{typed}\n"))
        assert service.get("cost") == cost
        assert service.get("description") == (None if cost else f"Cost: {typed}\n")

    @pytest.mark.parametrize(
        ("typed", "status", "happened"),
        [
            ("active", None, None),
            ("Inactive", "paused", Happened.CHANGED),
            ("temporarily closed", "paused", Happened.CHANGED),
            ("defunct", "ended", Happened.CHANGED),
            ("on hold", None, Happened.DROPPED),
        ],
    )
    def test_a_status_is_one_of_ours(
        self, imported: Import, typed: str, status: str | None, happened: Happened | None
    ) -> None:
        made = imported(services=f"id,name,description,status\n1,Tea,Tea.,{typed}\n")
        assert services(made)[0].get("status") == status
        assert [line.happened for line in made.report.lines if line.field == "status"] == (
            [happened] if happened else []
        )
