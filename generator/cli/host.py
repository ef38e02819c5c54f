"""`waypost host`: what workflows of a code host ask of Waypost, so that they themselves hold no logic."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from urllib.parse import urljoin

import click

from generator.addresses import Addresses
from generator.cli.asking import read_directory, resources_option, today_option
from generator.cli.showing import show
from generator.code_host import summary, verify_issues
from generator.code_host.api import CodeHost, HostRefused
from generator.language import Language
from generator.site_files import Site
from generator.views import paths
from generator.views.review_queue import ToAsk, review_queue

BOT = "github-actions[bot]"


@click.group()
def host() -> None:
    """Talk to the code host on which the directory is kept.

    The environment tells which: GITHUB_API_URL, GITHUB_REPOSITORY and GITHUB_TOKEN, as GitHub's and Forgejo's runners set
    them.
    """


@host.command()
@click.option("--commit", required=True, help="The commit at the head of the pull request.")
@click.option(
    "--text", type=click.Path(path_type=Path, exists=True, dir_okay=False), required=True, help="What to say."
)
@click.option("--author", default=BOT, show_default=True, help="The account that the token belongs to.")
def comment(commit: str, text: Path, author: str) -> None:
    """Say under a pull request what it changes, in one comment that is kept up to date."""
    try:
        there = _code_host()
        pull = summary.pull_of(there, commit)
        if pull is None:
            click.echo("No single open pull request has this commit at its head: nothing was said.")
            return
        # What the file holds was made from a stranger's change: whatever it is, it is shown as text of bounded length.
        said = text.read_bytes()[: 4 * summary.LONGEST].decode("utf-8", "replace")
        summary.post_summary(there, pull, said, author)
    except HostRefused as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"Said what pull request {pull} changes.")


@host.command()
@resources_option
@today_option
@click.option("--most", type=click.IntRange(0, 100), default=5, show_default=True, help="Open issues at a time.")
@click.option("--site-url", default="", help="Where the site stands, for links to pages.")
@click.option("--edit", default="", help="Address at which a line can be edited, with {path} and {line} in it.")
@click.option("--dry-run", is_flag=True, help="Only say what would be opened and closed.")
def freshness(resources: Path, today: date | None, most: int, site_url: str, edit: str, dry_run: bool) -> None:
    """Open issues that ask whether listings are still true, a few at a time, and close those that were answered."""
    loaded = read_directory(resources, today)
    if loaded.directory is None:
        show(loaded.errors, "text", Language.load("en"))
        raise click.ClickException("Nothing was asked: the directory has errors.")
    site = Site(loaded.directory, loaded.today, site_url=site_url, places=loaded.places, edit_template=edit)
    queue = review_queue(site.survey)
    try:
        there = _code_host()
        work = verify_issues.plan(verify_issues.asked_on(there), queue, most)
        if not dry_run:
            bodies = {row.id: _body(row, site) for row in work.to_open}
            verify_issues.carry_out(there, work, bodies, site.language)
    except HostRefused as error:
        raise click.ClickException(str(error)) from error
    for issue in work.to_close:
        click.echo(f"Closed issue {issue.number}: {issue.listing} was checked.")
    for row in work.to_open:
        click.echo(f"Asked about {row.id}.")
    click.echo(f"{len(work.to_open)} opened, {len(work.to_close)} closed, {work.left} more are due.")


@host.command("listing-of")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def listing_of(file: Path) -> None:
    """Print the id of the listing that an issue asks about, from the file with its text; ends with 1 if there is none."""
    found = verify_issues.listing_of(file.read_bytes()[:100_000].decode("utf-8", "replace"))
    if not found:
        raise click.ClickException("This issue asks about no listing.")
    click.echo(found)


def _body(row: ToAsk, site: Site) -> str:
    entry = site.directory.entry_by_id[row.id]
    page = urljoin(site.site_url, Addresses().url(paths.of_entry(entry))) if site.site_url else ""
    return verify_issues.body_of(row, site.today, page, site.edit_url(row.id), site.language)


def _code_host() -> CodeHost:
    token = os.environ.get("GITHUB_TOKEN", "")
    if not token:
        raise HostRefused("There is no GITHUB_TOKEN in the environment, which the code host asks for.")
    base = os.environ.get("GITHUB_API_URL", "https://api.github.com")
    return CodeHost(base, os.environ.get("GITHUB_REPOSITORY", ""), token)
