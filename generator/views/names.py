"""What the fixed answers of the model are called on the page."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.choice import Access, Attending, CostKind, Dimension, Joining, Kind, LedBy
from generator.words import Words, say

KIND: Mapping[Kind, Words] = {
    Kind.GROUP: say("Peer group"),
    Kind.SERVICE: say("Service"),
    Kind.WORKSHEET: say("Worksheet"),
}

KINDS: Mapping[Kind, Words] = {
    Kind.GROUP: say("Peer groups"),
    Kind.SERVICE: say("Services"),
    Kind.WORKSHEET: say("Worksheets"),
}

ATTENDING: Mapping[Attending, Words] = {
    Attending.IN_PERSON: say("In person"),
    Attending.ONLINE: say("Online"),
    Attending.PHONE: say("By phone"),
    Attending.HYBRID: say("In person or online"),
}

JOINING: Mapping[Joining, Words] = {
    Joining.DROP_IN: say("Just come; no need to book"),
    Joining.CONTACT_FIRST: say("Get in touch before you come"),
    Joining.SIGN_UP: say("Sign up before you come"),
    Joining.REFERRAL: say("Somebody has to refer you, such as a doctor"),
}

COST: Mapping[CostKind, Words] = {
    CostKind.FREE: say("Free"),
    CostKind.DONATION: say("Free; a donation is welcome"),
    CostKind.SLIDING_SCALE: say("You pay what your income allows"),
    CostKind.FIXED: say("There is a charge"),
    CostKind.INSURANCE: say("Paid by insurance"),
}

ACCESS: Mapping[Access, Words] = {
    Access.STEP_FREE: say("Step-free"),
    Access.ACCESSIBLE_TOILET: say("Accessible toilet"),
    Access.PARKING: say("Accessible parking"),
    Access.NEAR_TRANSIT: say("Close to public transport"),
    Access.HEARING_LOOP: say("Hearing loop"),
    Access.SIGN_LANGUAGE: say("Sign language"),
    Access.CAPTIONS: say("Live captions"),
    Access.LARGE_PRINT: say("Large print"),
    Access.QUIET_SPACE: say("Quiet space"),
    Access.SCENT_FREE: say("Scent-free"),
    Access.ASSISTANCE_DOGS: say("Assistance dogs welcome"),
    Access.CAMERA_OPTIONAL: say("Camera may stay off"),
    Access.CHILDREN_WELCOME: say("Children welcome"),
    Access.INTERPRETER: say("Interpreter on request"),
}

DIMENSION: Mapping[Dimension, Words] = {
    Dimension.HEALTH: say("Health"),
    Dimension.HOME: say("Home"),
    Dimension.PURPOSE: say("Purpose"),
    Dimension.COMMUNITY: say("Community"),
}

LED_BY: Mapping[LedBy, Words] = {
    LedBy.PEERS: say("Led by people with their own experience"),
    LedBy.PROFESSIONALS: say("Led by professionals"),
    LedBy.PEERS_AND_PROFESSIONALS: say("Led by peers and professionals together"),
    LedBy.FAMILY: say("Led by family members"),
    LedBy.VOLUNTEERS: say("Led by volunteers"),
}
