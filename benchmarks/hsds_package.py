"""A synthetic HSDS 3.0 export of a county: services with all that real ones have, the same for the same seed.

    python -m benchmarks.hsds_package FOLDER [--services 10000] [--seed 1]

writes `services.json` (a list of services in full) and the folder `tables/` (CSV with a datapackage.json): the same records
in both forms. About every twentieth schedule says something that nobody can be sure of, as in real exports.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

from generator.standards.hsds import CHILDREN, TABLES

WORDS = [
    "people",
    "who",
    "have",
    "known",
    "hard",
    "times",
    "meet",
    "for",
    "tea",
    "talk",
    "and",
    "company",
    "there",
    "is",
    "a",
    "quiet",
    "corner",
    "nobody",
    "must",
    "speak",
    "the",
    "door",
    "is",
    "open",
    "early",
    "help",
    "with",
    "forms",
    "letters",
    "rent",
    "food",
    "work",
    "and",
    "study",
    "a",
    "worker",
    "listens",
    "first",
    "and",
    "then",
    "looks",
    "with",
    "you",
    "for",
    "the",
    "next",
    "small",
    "step",
    "children",
    "are",
    "welcome",
    "please",
    "ring",
    "before",
    "you",
    "come",
    "bring",
    "a",
    "letter",
    "if",
    "you",
    "have",
    "one",
]
NAMES = ["Harbor", "Mill", "Alder", "Riverside", "North", "Chapel", "Bridge", "Orchard", "Station", "Garden", "Lantern"]
KINDS = ["Advice", "Counselling", "Drop-in", "Night Shelter", "Food Bank", "Job Club", "Warm Line", "Tenancy Support"]
TOWNS = [("Springfield", "62701"), ("Peoria", "61602"), ("Urbana", "61801"), ("Decatur", "62521"), ("Joliet", "60432")]
LANGUAGES = [("en", "English"), ("es", "Spanish"), ("pl", "Polish"), ("ar", "Arabic")]
TERMS = [
    "Food pantries",
    "Homeless shelters",
    "Peer counselling",
    "Employment",
    "Benefits advice",
    "Veterans",
    "Tenancy",
]

Fields = dict[str, Any]


class County:
    """Makes the services one after the other."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.organization: Fields = {}
        self.terms = [self._term(name) for name in TERMS]

    def services(self, count: int) -> Iterator[Fields]:
        for number in range(count):
            if number % 3 == 0:
                self.organization = self._organization(number)
            yield self._service(number)

    def _id(self) -> str:
        return str(UUID(int=self.chance.getrandbits(128), version=4))

    def _prose(self, length: int) -> str:
        return " ".join(self.chance.choices(WORDS, k=length)).capitalize() + "."

    def _phone(self) -> Fields:
        number = f"(217) {self.chance.randint(200, 999)}-{self.chance.randint(0, 9999):04}"
        phone = {"id": self._id(), "number": number, "type": self.chance.choice(["voice", "voice", "fax"])}
        if self.chance.random() < 0.2:
            phone["description"] = "Weekday mornings only"
        return phone

    def _term(self, name: str) -> Fields:
        return {"id": self._id(), "name": name, "description": f"Services for {name.lower()}.", "taxonomy": "County"}

    def _organization(self, number: int) -> Fields:
        return {
            "id": self._id(),
            "name": f"{self.chance.choice(NAMES)} {self.chance.choice(NAMES)} Trust {number}",
            "description": self._prose(25),
            "email": f"office{number}@example.org",
            "website": f"https://trust{number}.example.org/",
            "year_incorporated": self.chance.randint(1900, 2020),
            "phones": [self._phone()],
        }

    def _schedule(self) -> Fields:
        days = ",".join(sorted(self.chance.sample(["MO", "TU", "WE", "TH", "FR"], k=self.chance.randint(1, 4))))
        rule: Fields = {"freq": "WEEKLY", "interval": 1, "byday": days}
        if self.chance.random() < 0.2:
            rule = {"freq": "MONTHLY", "interval": 1, "byday": f"{self.chance.choice([1, 2, -1])}TU"}
        if self.chance.random() < 0.05:
            rule = {"freq": "WEEKLY", "interval": 2, "byday": days}
        return {"id": self._id(), **rule, "opens_at": f"{self.chance.randint(8, 11):02}:00:00", "closes_at": "16:30:00"}

    def _place(self, number: int) -> Fields:
        town, code = self.chance.choice(TOWNS)
        return {
            "id": self._id(),
            "location_type": "physical",
            "name": f"{self.chance.choice(NAMES)} House {number}",
            "transportation": "Bus 4 stops at the door.",
            "latitude": round(40 + self.chance.random(), 6),
            "longitude": round(-89 + self.chance.random(), 6),
            "addresses": [
                {
                    "id": self._id(),
                    "address_1": f"{self.chance.randint(1, 999)} {self.chance.choice(NAMES)} Street",
                    "city": town,
                    "state_province": "IL",
                    "postal_code": code,
                    "country": "US",
                    "address_type": "physical",
                }
            ],
            "accessibility": [{"id": self._id(), "description": "There is a ramp at the side door."}],
        }

    def _service(self, number: int) -> Fields:
        schedules = [self._schedule() for _ in range(self.chance.randint(1, 3))]
        languages = self.chance.sample(LANGUAGES, k=self.chance.randint(1, 2))
        return {
            "id": self._id(),
            "name": f"{self.chance.choice(NAMES)} {self.chance.choice(KINDS)} {number}",
            "description": "\n\n".join([self._prose(16), self._prose(40), self._prose(30)]),
            "url": f"https://service{number}.example.org/",
            "email": f"service{number}@example.org",
            "status": "active",
            "application_process": "Ring or walk in.",
            "fees_description": self.chance.choice(["Free", "Sliding scale based on income", "Ask us"]),
            "eligibility_description": "Anybody in the county.",
            "minimum_age": 18,
            "assured_date": f"2026-0{self.chance.randint(1, 9)}-1{self.chance.randint(0, 9)}",
            "phones": [self._phone() for _ in range(self.chance.randint(1, 2))],
            "schedules": schedules,
            "service_areas": [{"id": self._id(), "name": "The whole county"}],
            "service_at_locations": [{"id": self._id(), "location": self._place(number)}],
            "languages": [{"id": self._id(), "code": code, "name": name} for code, name in languages],
            "organization": self.organization,
            "required_documents": [{"id": self._id(), "document": "Proof of address"}],
            "contacts": [{"id": self._id(), "name": "Rosa", "title": "Front desk"}],
            "attributes": [
                {"id": self._id(), "taxonomy_term_id": term["id"], "taxonomy_term": term}
                for term in self.chance.sample(self.terms, k=2)
            ],
        }


class Tables:
    """The same records as rows."""

    def __init__(self) -> None:
        self._rows: dict[str, dict[str, Fields]] = {name: {} for name in TABLES}

    def add(self, table: str, record: Fields, **links: str) -> None:
        row = self._rows[table].setdefault(record["id"], {})
        row.update(links)
        for name, value in record.items():
            child = CHILDREN[table].get(name)
            if child is None:
                row[name] = value
            elif child.is_list:
                for one in value:
                    link = "link_id" if child.table == "attribute" else f"{table}_id"
                    self.add(child.table, one, **{link: record["id"]})
            else:
                row[f"{child.table}_id"] = value["id"]
                self.add(child.table, value)

    def write(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "datapackage.json").write_text('{"name": "county"}\n', encoding="utf-8")
        for name, table in TABLES.items():
            with (folder / table.file).open("w", encoding="utf-8", newline="") as file:
                columns = [column.name for column in table.columns]
                writer = csv.DictWriter(file, columns, extrasaction="ignore")
                writer.writeheader()
                writer.writerows(self._rows[name].values())


def write(folder: Path, services: int, seed: int) -> None:
    """Both forms of one county."""
    folder.mkdir(parents=True, exist_ok=True)
    tables = Tables()
    with (folder / "services.json").open("w", encoding="utf-8") as file:
        for number, service in enumerate(County(seed).services(services)):
            tables.add("service", service)
            file.write(("[" if number == 0 else ",\n") + json.dumps(service, ensure_ascii=False))
        file.write("]\n")
    tables.write(folder / "tables")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--services", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    write(asked.folder, asked.services, asked.seed)


if __name__ == "__main__":
    main()
