"""Makes a large directory of an invented county, for measuring: the same listings for the same size.

    python -m benchmarks.make_directory 2000 /tmp/town

writes resources.yaml, with the goals and worksheets of the demonstration beside it. Three in five listings are groups,
two in five are services; one in ten is online. Names are distinct, telephone numbers are from the range kept for fiction.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from pathlib import Path

from benchmarks.prose import Prose

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 22)
"""The day for which the dates are chosen: the fixed day of the tests."""
MOST_IN_A_FILE, MOST_SPOTS = 10_000, 9_000  # There are not many more names for spots.


def words(text: str, between: str | None = None) -> list[str]:
    """The words of a list typed as one text."""
    return text.split(between)


HEAD = """\
directory:
  name: Farrow County Waypost
  area_served: Farrow County
  country: US
  subdivision: ME
  time_zone: America/New_York
  language: en-US
  demo: yes
  contact: {email: desk@example.org}
crisis: US
include:
  - goals.yaml
  - worksheets/*.yaml
audiences:
  - {id: young-adults, name: Young adults, keywords: [youth, students]}
  - {id: parents, name: Parents, keywords: [mothers, fathers, baby]}
  - {id: family-members, name: Family and friends, keywords: [carers, relatives]}
  - {id: lgbtq, name: LGBTQ+ people, keywords: [gay, lesbian, trans, queer]}
  - {id: veterans, name: Veterans, keywords: [military, army, navy]}
  - {id: older-adults, name: Older adults, keywords: [seniors, retired]}
  - {id: women, name: Women}
  - {id: men, name: Men}
  - {id: newcomers, name: People new to the country, keywords: [immigrants, refugees]}
  - {id: bereaved, name: People who have lost somebody, keywords: [grief, bereavement]}
"""
GOALS = words(
    "settled-home work-or-study family-and-friends coping-skills staying-well calm-with-feelings body-and-rest "
    "creativity meaning-and-spirit having-a-say community"
)
AUDIENCES = words("young-adults parents family-members lgbtq veterans older-adults women men newcomers bereaved")
KEYWORDS = words(
    "depression anxiety bipolar voices psychosis grief addiction alcohol drugs trauma panic lonely sleep job housing "
    "rent benefits eating postpartum anger autism ADHD OCD PTSD carers retirement college choir walking art"
)
ACCESS = words(
    "step_free accessible_toilet parking near_transit hearing_loop sign_language large_print quiet_space scent_free "
    "assistance_dogs children_welcome interpreter"
)
FIRST = words(
    "Quiet Open Morning River Harbor Lantern Orchard Meadow Bridge Garden Kettle Willow Cedar Maple Copper Silver Blue "
    "Green Amber Sparrow Heron Otter Fox Hearth Ember Anchor Compass Beacon Ferry Tidewater Summit Valley Prairie Canyon "
    "Juniper Clover Thistle Bramble Saffron Indigo Northern Southern Eastern Western Gentle Steady Patient Curious Brave "
    "Honest Plain Second Third Common Kindred Neighborly Winter Summer Autumn Spring Midweek Weekend Evening Twilight"
)
SECOND = words(
    "Steps Voices Hands Hearts Minds Paths Roads Waters Stones Lights Doors Windows Rooms Tables Chairs Cups Bowls Threads "
    "Stitches Letters Pages Stories Songs Drums Strings Colors Brushes Seeds Roots Branches Leaves Wings Sails Tides Waves "
    "Shores Fields Trails Gates Keys Bells Candles Blankets Baskets Bicycles Neighbors Friends Families Carers Walkers"
)
GROUPS = words("Circle,Group,Supper,Evening,Coffee Hour,Walk,Workshop,Meeting,Choir,Table,Drop-in,Peer Support", ",")
SERVICES = words(
    "Counseling,Helpline,Housing Desk,Job Center,Clinic,Advice Office,Legal Aid,Food Pantry,Day Center,Training,"
    "Case Management,Respite House",
    ",",
)
ORGANIZATIONS = words("Center,House,Network,Foundation,Alliance,Trust,Collective,Services,Partnership,Society", ",")
BUILDINGS = words("Library,Community Center,Church Hall,School,Clinic,Grange Hall,Meeting House,Town Hall", ",")
STREETS = words("Alder Birch Canal Depot Elm Fern Grove Hill Island Jetty Kiln Lake Mill North Oak Pine Quay School")
AREAS = words(
    "Ash Barrow Cobb Dunn Ellis Finch Gale Hatch Ivory Jarvis Kemp Lowell Marsh Nolan Orchard Perry Quarry Ripley Sable "
    "Tanner"
)
DAYS = words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
EVENINGS = ("17:00-18:30", "17:30-19:00", "18:00-19:30", "18:00-20:00", "18:30-20:00", "19:00-20:30", "19:30-21:00")
DAYTIMES = ("09:00-10:30", "10:00-11:30", "10:00-12:00", "12:00-13:00", "13:30-15:00", "14:00-15:30", "14:00-16:00")
HOURS = (
    "Monday to Friday 09:00-17:00",
    "Monday to Friday 08:30-16:30",
    "Monday to Thursday 09:00-18:00",
    "Monday, Wednesday and Friday 10:00-15:00",
    "Tuesday and Thursday 12:00-19:00",
    "every day 10:00-20:00",
    "Monday to Saturday 09:00-13:00",
    "24 hours",
    "by appointment",
)
COSTS = (
    "free",
    "free",
    "free",
    "free",
    "donation",
    "{kind: sliding_scale, amount: $5 to $40}",
    "{kind: fixed, amount: $3 a visit}",
    "insurance",
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where listings meet."""

    id: str
    area: str


def write(size: int, folder: Path, *, seed: int = 1) -> Path:
    """Write a directory of so many groups and services into the folder; the address of its resources.yaml."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "listings" / "goals.yaml", folder)
    shutil.copytree(ROOT / "listings" / "worksheets", folder / "worksheets", dirs_exist_ok=True)
    path = folder / "resources.yaml"
    path.write_text(directory_text(size, seed=seed), encoding="utf-8")
    if size > MOST_IN_A_FILE:
        _part(path)
    return path


def _part(path: Path) -> None:
    """Put groups and services into files of their own, as a large directory is kept; one file may not hold so many."""
    sections = re.split(r"^(?:groups|services):\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    path.write_text(sections[0].replace("include:\n", "include:\n  - listings/*.yaml\n", 1), encoding="utf-8")
    (path.parent / "listings").mkdir(exist_ok=True)
    for section, rows in zip(("groups", "services"), sections[1:], strict=True):
        found = re.split(r"^(?=  - id: )", rows, flags=re.MULTILINE)[1:]
        for start in range(0, len(found), 2_500):
            part = "".join(found[start : start + 2_500])
            file = path.parent / "listings" / f"{section}-{start:05}.yaml"
            file.write_text(f"{section}:\n{part}", encoding="utf-8")


def directory_text(size: int, *, seed: int = 1) -> str:
    """The text of resources.yaml, without goals and worksheets; for at most 50,000 listings."""
    chance = random.Random(seed)
    prose = Prose(chance)
    names = _names(size, chance)
    groups = size * 3 // 5
    organizations = [_id(f"{a} {b}") for a, b in _pairs(max(20, size // 8), ORGANIZATIONS, chance)]
    spots = _spots(max(20, min(size // 5, MOST_SPOTS)), chance)
    lines = [HEAD, "areas:\n", *_areas(), "organizations:\n"]
    lines += [_organization(organization, prose) for organization in organizations]
    lines += ["locations:\n", *(_location(spot, number, chance) for number, spot in enumerate(spots)), "groups:\n"]
    lines += [_listing(name, False, organizations, spots, chance, prose) for name in names[:groups]]
    lines += ["services:\n"]
    lines += [_listing(name, True, organizations, spots, chance, prose) for name in names[groups:]]
    return "".join(lines)


def _names(size: int, chance: random.Random) -> list[str]:
    """Distinct names; three in five are those of groups, the rest those of services."""
    groups = size * 3 // 5
    made = [[" ".join(parts) for parts in product(FIRST, SECOND, kinds)] for kinds in (GROUPS, SERVICES)]
    return chance.sample(made[0], groups) + chance.sample(made[1], size - groups)


def _pairs(number: int, kinds: list[str], chance: random.Random) -> list[tuple[str, str]]:
    return chance.sample([(f"{a} {b}", kind) for a, b, kind in product(FIRST, STREETS, kinds)], number)


def _area_id(number: int) -> str:
    return f"{AREAS[number // 2].lower()}-{'falls' if number % 2 else 'town'}"


def _areas() -> Iterator[str]:
    """Forty areas in five rows of eight, ten kilometres apart, each next to those around it."""
    for n in range(40):
        row, column = divmod(n, 8)
        near = [(row, column - 1), (row, column + 1), (row - 1, column), (row + 1, column)]
        neighbors = ", ".join(_area_id(r * 8 + c) for r, c in near if 0 <= r < 5 and 0 <= c < 8)
        yield (
            f"  - id: {_area_id(n)}\n    name: {_area_id(n).replace('-', ' ').title()}\n"
            f'    postal_codes: ["{3901 + n:05}", "{3951 + n:05}"]\n    neighbors: [{neighbors}]\n'
            f"    latitude: {44.2 + row * 0.09:.4f}\n    longitude: {-69.9 + column * 0.125:.4f}\n"
        )


def _organization(slug: str, prose: Prose) -> str:
    name = slug.replace("-", " ").title()
    return (
        f"  - id: {slug}\n    name: {name}\n    description: {prose.sentence(8)}\n"
        f"    contact: {{phones: {_phone(prose.chance)}, website: https://{slug}.example.org/}}\n"
    )


def _spots(number: int, chance: random.Random) -> list[Spot]:
    names = _pairs(number, BUILDINGS, chance)
    return [Spot(_id(f"{a} {b}"), _area_id(int(40 * chance.random() ** 1.5))) for a, b in names]


def _location(spot: Spot, number: int, chance: random.Random) -> str:
    area = next(n for n in range(40) if _area_id(n) == spot.area)
    row, column = divmod(area, 8)
    return (
        f"  - id: {spot.id}\n    name: {spot.id.replace('-', ' ').title()}\n"
        f"    address: {chance.randint(1, 400)} {STREETS[number % len(STREETS)]} Street\n"
        f"    city: {spot.area.replace('-', ' ').title()}\n    state_province: ME\n"
        f'    postal_code: "{3901 + area + 50 * chance.randint(0, 1):05}"\n'
        f"    latitude: {44.2 + row * 0.09 + chance.uniform(-0.03, 0.03):.4f}\n"
        f"    longitude: {-69.9 + column * 0.125 + chance.uniform(-0.04, 0.04):.4f}\n"
        f"    accessibility: [{', '.join(sorted(chance.sample(ACCESS, chance.randint(1, 5))))}]\n"
    )


def _listing(
    name: str, is_service: bool, organizations: list[str], spots: list[Spot], chance: random.Random, prose: Prose
) -> str:
    """One group or service in YAML. Its organization mostly meets at one of two places, as organizations do."""
    runs = chance.randrange(len(organizations))
    spot = spots[(runs * 2 + chance.randint(0, 1)) % len(spots)] if chance.random() < 0.8 else chance.choice(spots)
    is_online = chance.random() < 0.1
    how = "online" if is_online else chance.choices(("in_person", "hybrid", "phone"), (86, 8, 6))[0]
    lines = [
        f"id: {_id(name)}",
        f"name: {name}",
        f"organization: {organizations[runs]}",
        f"summary: {prose.sentence(chance.randint(10, 20))}",
        "description: |",
        f"  {prose.paragraph(25)}",
        "",
        f"  {prose.paragraph(25)}",
        f"first_visit: {prose.sentence(12)}",
        f"goals: [{', '.join(_few(GOALS, 1, 3, chance))}]",
        f"keywords: [{', '.join(_few(KEYWORDS, 1, 4, chance))}]",
        *(_opening(chance) if is_service else _meetings(chance)),
        f"attending: {how}",
    ]
    if not is_online or chance.random() < 0.3:
        lines += [f"areas: [{spot.area}]"]
    if how in ("in_person", "hybrid"):
        lines += [f"location: {spot.id}"]
    if how != "in_person":
        lines += [f"online: {{platform: Video meeting, phone: {_phone(chance)}, accessibility: [captions]}}"]
    lines += [
        f"contact: {{phones: {_phone(chance)}, email: {_id(name)}@example.org}}",
        f"joining: {chance.choices(('drop_in', 'contact_first', 'sign_up', 'referral'), (55, 25, 12, 8))[0]}",
        f"cost: {chance.choice(COSTS)}",
        f"languages: {chance.choices(('[en]', '[en, es]', '[es]', '[en, so]', '[ase, en]'), (80, 10, 5, 3, 2))[0]}",
        f"verified: {TODAY - timedelta(days=int(200 * chance.random() ** 1.3))}",
        "verified_by: County desk",
    ]
    if chance.random() < 0.3:
        lines += [f"eligibility: {{audiences: [{', '.join(_few(AUDIENCES, 1, 2, chance))}], minimum_age: 18}}"]
    return "  - " + "\n    ".join(lines).replace("    \n", "\n") + "\n"


def _meetings(chance: random.Random) -> list[str]:
    """When a group meets: mostly weekly in the evening, some every second week, some by the weekday of the month."""
    day = chance.choices(DAYS, (16, 20, 20, 20, 10, 9, 5))[0]
    hours = chance.choice(EVENINGS if chance.random() < 0.6 else DAYTIMES)
    rhythm = chance.choices(("week", "twice", "second", "month", "months", "last"), (60, 6, 12, 12, 6, 4))[0]
    if rhythm == "twice":
        other = DAYS[(DAYS.index(day) + 2) % 7]
        return ["schedule:", f"  - when: {day} {hours}", f"  - when: {other} {chance.choice(DAYTIMES)}"]
    if rhythm == "second":
        starts = date(2026, 8, 31) + timedelta(days=DAYS.index(day) + 7 * chance.randint(0, 1))
        return ["schedule:", f"  when: every 2nd week on {day} {hours}", f"  starts: {starts}"]
    words = {
        "week": f"{day}",
        "month": f"{chance.choice(('1st', '2nd', '3rd'))} {day}",
        "months": f"{chance.choice(('1st and 3rd', '2nd and 4th'))} {day}",
        "last": f"last {day}",
    }[rhythm]
    return ["schedule:", f"  when: {words} {hours}", f"  public_holidays: {chance.choice(('open', 'closed'))}"]


def _opening(chance: random.Random) -> list[str]:
    return ["schedule:", f"  when: {chance.choice(HOURS)}"]


def _few(of: list[str], least: int, most: int, chance: random.Random) -> list[str]:
    """So many of a list, the first ones more often than the last."""
    chosen: dict[str, None] = {}
    for _ in range(chance.randint(least, most)):
        chosen[of[int(len(of) * chance.random() ** 1.4)]] = None
    return list(chosen)


def _phone(chance: random.Random) -> str:
    return f"(207) 555-01{chance.randint(0, 99):02}"


def _id(name: str) -> str:
    return name.lower().replace(" ", "-")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print(write(options.size, options.folder, seed=options.seed))


if __name__ == "__main__":
    main()
