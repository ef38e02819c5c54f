"""The whole directory, and how things in it are found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from generator.model.about import About
from generator.model.base import Part
from generator.model.crisis import Crisis
from generator.model.entry import Entry
from generator.model.listing import Listing, PeerGroup, Service
from generator.model.neighbour import IncludedDirectory, Neighbour, neighbour_in
from generator.model.organization import Organization
from generator.model.place import Location
from generator.model.taxonomy import Area, Audience, Goal
from generator.model.text import Several
from generator.model.worksheet import Worksheet


class Directory(Part):
    """Everything that stands in resources.yaml and the files it includes."""

    directory: About
    """The directory itself: name, area, time zone, language, contact."""
    crisis: Crisis
    """Lines to call in a crisis: a preset for the country and the town's own."""
    goals: tuple[Goal, ...] = ()
    """What matters to people: the ways into the directory."""
    areas: tuple[Area, ...] = ()
    """Parts of the town or county."""
    audiences: tuple[Audience, ...] = ()
    """People whom some listings are especially for."""
    organizations: tuple[Organization, ...] = ()
    """Who runs the groups and services."""
    locations: tuple[Location, ...] = ()
    """Places that several listings share."""
    groups: tuple[PeerGroup, ...] = ()
    """Peer groups."""
    services: tuple[Service, ...] = ()
    """Services."""
    worksheets: tuple[Worksheet, ...] = ()
    """Self-help worksheets to print or fill in."""
    include_directory: Several[IncludedDirectory] = ()
    """Other towns' directories whose listings are shown with ours, each with file and from."""
    neighbours: tuple[Neighbour, ...] = ()
    """The other towns' directories that were taken in; never typed."""

    @property
    def about(self) -> About:
        return self.directory

    @property
    def listings(self) -> tuple[Listing, ...]:
        """Groups and services: what one goes to, calls or joins."""
        return self.groups + self.services

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Groups, services and worksheets."""
        return self.groups + self.services + self.worksheets

    @property
    def own_entries(self) -> tuple[Entry, ...]:
        """Groups, services and worksheets that are kept here, not by a neighbour."""
        return tuple(entry for entry in self.entries if not self.neighbour_of(entry))

    @cached_property
    def own_areas(self) -> tuple[str, ...]:
        """Ids of the areas that make up the area served; a neighbour's town is not among them."""
        theirs = {neighbour.area for neighbour in self.neighbours}
        return tuple(area.id for area in self.areas if area.id not in theirs)

    @cached_property
    def entry_by_id(self) -> Mapping[str, Entry]:
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def goal_by_id(self) -> Mapping[str, Goal]:
        return {goal.id: goal for goal in self.goals}

    @cached_property
    def area_by_id(self) -> Mapping[str, Area]:
        return {area.id: area for area in self.areas}

    @cached_property
    def audience_by_id(self) -> Mapping[str, Audience]:
        return {audience.id: audience for audience in self.audiences}

    @cached_property
    def organization_by_id(self) -> Mapping[str, Organization]:
        return {organization.id: organization for organization in self.organizations}

    @cached_property
    def location_by_id(self) -> Mapping[str, Location]:
        return {location.id: location for location in self.locations if location.id}

    @cached_property
    def neighbour_by_id(self) -> Mapping[str, Neighbour]:
        return {neighbour.id: neighbour for neighbour in self.neighbours}

    def neighbour_of(self, entry: Entry) -> Neighbour | None:
        """The directory that an entry came from; None for our own."""
        return self.neighbour_by_id.get(neighbour_in(entry.id)) if self.neighbours else None

    def location_of(self, listing: Listing) -> Location | None:
        """The place of a listing, whether it is typed there or named by its id."""
        if isinstance(listing.location, Location):
            return listing.location
        return self.location_by_id.get(listing.location) if listing.location else None


# The lists of the file, in the order in which they stand there, with the class of what they hold.
SECTIONS: Mapping[str, type[Part]] = {
    "goals": Goal,
    "areas": Area,
    "audiences": Audience,
    "organizations": Organization,
    "locations": Location,
    "groups": PeerGroup,
    "services": Service,
    "worksheets": Worksheet,
}


FURTHER = "include_directory"
"""The section that names other directories; it holds no entries of its own."""


def everything(directory: Directory) -> Iterator[tuple[tuple[str, int], Part]]:
    """Each item of each list, with its address in the file: `("groups", 3)`."""
    for section in SECTIONS:
        for index, part in enumerate(getattr(directory, section)):
            yield (section, index), part
