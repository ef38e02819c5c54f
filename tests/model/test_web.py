"""Web and mail addresses: what is kept, what is refused, and that nothing dangerous can get through."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.model.base import Refused
from generator.model.web import MailAddress, WebAddress, is_host, mail_link

WEB = TypeAdapter[str](WebAddress)
MAIL = TypeAdapter[str](MailAddress)


def refusal(adapter: TypeAdapter[str], typed: object) -> Refused:
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python(typed)
    cause = caught.value.errors()[0]["ctx"]["error"]
    assert isinstance(cause, Refused)
    return cause


class TestWebAddresses:
    @pytest.mark.parametrize(
        "typed",
        [
            "https://example.org",
            "https://example.org/",
            "http://example.org/groups?day=tue&open=1#top",
            "https://www.example.org:8443/a/b",
            "https://münchen.example/gruppen",
            "https://xn--mnchen-3ya.example/",
            "https://例え.テスト/案内",
            "https://example.org/caf%C3%A9",
            "https://us02web.zoom.us/j/123456789?pwd=abc",
            "https://example.org/@friends",
            "https://example.org.",
        ],
    )
    def test_a_whole_address_is_kept_as_typed(self, typed: str) -> None:
        assert WEB.validate_python(typed) == typed

    def test_spare_spaces_around_it_go_and_the_scheme_becomes_small(self) -> None:
        assert WEB.validate_python("  HTTPS://Example.org/A ") == "https://Example.org/A"

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            ("www.example.org", "'www.example.org' is not a web address. Type it as: https://www.example.org"),
            ("example.org/groups", "'example.org/groups' is not a web address. Type it as: https://example.org/groups"),
            ("example.org:8080/x", "'example.org:8080/x' is not a web address. Type it as: https://example.org:8080/x"),
            ("//example.org", "'//example.org' is not a web address. Type it as: https://example.org"),
            ("htp://example.org", "'htp://example.org' is not a web address. Type it as: https://example.org"),
            ("https//example.org", "'https//example.org' is not a web address. Type it as: https://example.org"),
            ("https:/example.org", "'https:/example.org' is not a web address. Type it as: https://example.org"),
            (
                "javascript:alert(1)",
                "'javascript:alert(1)' is not a web address. "
                "Type an address that begins with https://, as in: https://example.org/groups.",
            ),
            (
                "data:text/html,hi",
                "'data:text/html,hi' is not a web address. "
                "Type an address that begins with https://, as in: https://example.org/groups.",
            ),
            (
                "ftp://example.org/file",
                "'ftp://example.org/file' is not a web address. "
                "Type an address that begins with https://, as in: https://example.org/groups.",
            ),
            (
                "our website",
                "'our website' has a space in it. "
                "Copy the whole address again from the top of your browser; type one address only.",
            ),
            (
                "hello@example.org",
                "'hello@example.org' is not a web address. A mail address goes under 'email', without 'mailto:'.",
            ),
            (
                "mailto:hello@example.org",
                "'mailto:hello@example.org' is not a web address. A mail address goes under 'email', without 'mailto:'.",
            ),
            ("tel:988", "'tel:988' is not a web address. A number goes under 'phones' or 'text'."),
            (
                "https://",
                "'https://' has no name of a site in it. Type the whole address, as in: https://example.org/groups.",
            ),
            (
                "https://localhost/x",
                "'https://localhost/x' has no name of a site in it. "
                "Type the whole address, as in: https://example.org/groups.",
            ),
            (
                "https://good.example@evil.example/",
                "'https://good.example@evil.example/' has a user name or an @ before the name of the site. "
                "Type the address without it, as in: https://evil.example.",
            ),
            (
                "https://example.org/<script>",
                "'https://example.org/<script>' has a '<' in it, which no web address has. "
                "Copy the address again from the top of your browser.",
            ),
            (
                'https://example.org/"onclick',
                "'https://example.org/\"onclick' has a '\"' in it, which no web address has. "
                "Copy the address again from the top of your browser.",
            ),
            (
                "https://example.org\\x",
                "'https://example.org\\x' has a '\\' in it, which no web address has. "
                "Copy the address again from the top of your browser.",
            ),
            (
                "https://example.org:port/",
                "'https://example.org:port/' is not a web address. Copy the address again from the top of your browser.",
            ),
            (
                "https://[::1/",
                "'https://[::1/' is not a web address. Copy the address again from the top of your browser.",
            ),
            (
                "https://example.org/\u202egro",
                "There is an invisible character in this web address. "
                "Delete it and copy the address again from the top of your browser.",
            ),
        ],
    )
    def test_what_is_no_address_is_named_with_what_to_type(self, typed: str, said: str) -> None:
        error = refusal(WEB, typed)
        assert str(error) == said
        assert error.rule == "web-address"

    def test_an_endless_address_is_refused_before_anything_else_is_tried(self) -> None:
        assert str(refusal(WEB, "https://example.org/" + "a b" * 400_000)) == (
            "This web address has 1200020 letters; 2000 fit here. Use a shorter page of the same site."
        )

    def test_a_list_or_a_group_of_fields_is_refused(self) -> None:
        assert refusal(WEB, ["https://example.org"]).rule == "wrong-kind"
        assert refusal(WEB, {"https": "//example.org"}).rule == "wrong-kind"

    @given(st.one_of(st.text(max_size=60), st.text(max_size=40).map(lambda rest: f"https://{rest}")))
    @example("https://example.org/'onmouseover='")
    @example("JaVaScRiPt://example.org/%0aalert(1)")
    def test_whatever_is_kept_leads_to_a_named_site_by_http(self, typed: str) -> None:
        try:
            kept = WEB.validate_python(typed)
        except ValidationError:
            return
        parts = urlsplit(kept)
        assert parts.scheme in {"http", "https"}
        assert parts.hostname
        assert "." in parts.hostname
        assert "@" not in parts.netloc
        assert kept.isprintable()
        assert not set(kept) & set(' <>"{}|\\^`')

    def test_editors_hear_that_it_is_an_address(self) -> None:
        assert WEB.json_schema()["format"] == "uri"
        assert MAIL.json_schema()["format"] == "email"


class TestHosts:
    @pytest.mark.parametrize("name", ["example.org", "a.b", "münchen.example", "xn--p1ai.example", "1.example"])
    def test_names_with_a_dot_can_be_hosts(self, name: str) -> None:
        assert is_host(name)

    @pytest.mark.parametrize(
        "name", ["", "org", ".org", "example.", "a..b", "-a.org", "a-.org", "a_b.org", "127.0.0.1", f"{'a' * 64}.org"]
    )
    def test_other_names_cannot(self, name: str) -> None:
        assert not is_host(name)


class TestMailAddresses:
    @pytest.mark.parametrize(
        "typed",
        ["hello@example.org", "peer.support+tuesday@mail.example.org", "o'hara@example.org", "a@münchen.example"],
    )
    def test_ordinary_addresses_are_kept(self, typed: str) -> None:
        assert MAIL.validate_python(f" {typed} ") == typed

    @given(st.emails())
    def test_every_address_of_the_standard_form_is_kept(self, typed: str) -> None:
        assert MAIL.validate_python(typed) == typed

    @pytest.mark.parametrize(
        ("typed", "hint"),
        [
            ("mailto:hello@example.org", "Type it as: hello@example.org"),
            ("Rosa <hello@example.org>", "Type only the address: hello@example.org"),
            ("a@example.org, b@example.org", "Type one address only, as in: hello@example.org."),
            ("hello@@example.org", "Type one address only, as in: hello@example.org."),
            ("https://example.org", "A web address goes under 'website' or 'form'."),
            ("hello@example", "Type it with one @ and a dot after it, without spaces, as in: hello@example.org."),
            (
                "hello at example.org",
                "Type it with one @ and a dot after it, without spaces, as in: hello@example.org.",
            ),
            ("hel lo@example.org", "Type it with one @ and a dot after it, without spaces, as in: hello@example.org."),
            ("hello@example..org", "Type it with one @ and a dot after it, without spaces, as in: hello@example.org."),
            (".hello@example.org", "Type it with one @ and a dot after it, without spaces, as in: hello@example.org."),
            ("", "Type it with one @ and a dot after it, without spaces, as in: hello@example.org."),
        ],
    )
    def test_other_texts_are_refused_with_what_to_type(self, typed: str, hint: str) -> None:
        error = refusal(MAIL, typed)
        assert str(error) == f"'{typed}' is not a mail address. {hint}"
        assert error.rule == "mail-address"

    @given(st.emails())
    @example("a&b?c=d%0Ae#f@example.org")
    def test_the_link_to_write_carries_the_address_and_nothing_else(self, address: str) -> None:
        link = mail_link(address)
        assert not set(link) & set("?&#\"'<> ")
        assert unquote(link.removeprefix("mailto:")) == address
