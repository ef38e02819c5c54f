"""Fields with a fixed set of answers, and what a volunteer hears when the answer is another.

>>> choose(Status, "activ")
Traceback (most recent call last):
...
generator.model.base.Refused: 'activ' is not one of the answers here. Did you mean 'active'? You can type: active, paused, ended.
"""

from __future__ import annotations

from difflib import get_close_matches
from enum import StrEnum
from typing import Any, TypeVar

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from generator.model.base import Refused
from generator.model.text import as_text
from generator.words import say

C = TypeVar("C", bound="Choice")


class Choice(StrEnum):
    """An enumeration that accepts `Drop in`, `drop-in` and `drop_in` alike."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            lambda value: choose(cls, value), serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "enum": [member.value for member in cls]}


def choose(choices: type[C], value: object) -> C:
    """The member a volunteer meant; raises `Refused` with the nearest one as hint."""
    if isinstance(value, choices):
        return value
    text = as_text(value).strip()
    key = text.lower().replace("-", "_").replace(" ", "_")
    for member in choices:
        if member.value == key:
            return member
    known = ", ".join(member.value for member in choices)
    if not key:
        raise Refused(
            "empty",
            say("Nothing is typed here."),
            say("Type one of these, or take the whole line out: {known}.", known=known),
        )
    near = get_close_matches(key, [member.value for member in choices], n=1, cutoff=0.6)
    message = say("'{seen}' is not one of the answers here.", seen=text[:40])
    if near:
        hint = say("Did you mean '{near}'? You can type: {known}.", near=near[0], known=known)
    else:
        hint = say("You can type: {known}.", known=known)
    raise Refused("unknown-value", message, hint)


class Kind(Choice):
    """The three kinds of listing."""

    GROUP = "group"
    SERVICE = "service"
    WORKSHEET = "worksheet"


class Status(Choice):
    """Whether something is on; HSDS `service.status` (paused is "temporarily closed", ended is "defunct")."""

    ACTIVE = "active"
    PAUSED = "paused"
    ENDED = "ended"


class Attending(Choice):
    """How one takes part; HSDS `schedule.attending_type` knows the first three, hybrid is in person and online at once."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    PHONE = "phone"
    HYBRID = "hybrid"


class Joining(Choice):
    """How one comes in; HSDS `service.application_process`."""

    DROP_IN = "drop_in"
    CONTACT_FIRST = "contact_first"
    SIGN_UP = "sign_up"
    REFERRAL = "referral"


class CostKind(Choice):
    """What kind of price it is; HSDS `cost_option.option`."""

    FREE = "free"
    DONATION = "donation"
    SLIDING_SCALE = "sliding_scale"
    FIXED = "fixed"
    INSURANCE = "insurance"


class Access(Choice):
    """Access needs that a place or a meeting meets; HSDS `accessibility` for places, attributes for online ones."""

    STEP_FREE = "step_free"
    ACCESSIBLE_TOILET = "accessible_toilet"
    PARKING = "parking"
    NEAR_TRANSIT = "near_transit"
    HEARING_LOOP = "hearing_loop"
    SIGN_LANGUAGE = "sign_language"
    CAPTIONS = "captions"
    LARGE_PRINT = "large_print"
    QUIET_SPACE = "quiet_space"
    SCENT_FREE = "scent_free"
    ASSISTANCE_DOGS = "assistance_dogs"
    CAMERA_OPTIONAL = "camera_optional"
    CHILDREN_WELCOME = "children_welcome"
    INTERPRETER = "interpreter"


class Dimension(Choice):
    """The four dimensions of recovery named by SAMHSA's working definition (2012)."""

    HEALTH = "health"
    HOME = "home"
    PURPOSE = "purpose"
    COMMUNITY = "community"


class LedBy(Choice):
    """Who leads a group."""

    PEERS = "peers"
    PROFESSIONALS = "professionals"
    PEERS_AND_PROFESSIONALS = "peers_and_professionals"
    FAMILY = "family"
    VOLUNTEERS = "volunteers"


class LeavePages(Choice):
    """Pages that may have the "Leave this site" button, as their visitors would name them."""

    HOME = "home"
    FIND = "find"
    WEEK = "week"
    PLAN = "plan"
    HELP_NOW = "help_now"
    LISTINGS = "listings"
    LISTS = "lists"
    WORKSHEETS = "worksheets"
    ARTICLES = "articles"
