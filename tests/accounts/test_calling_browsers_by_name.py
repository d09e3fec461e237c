"""Browsers by the names that people know."""

import pytest

from motcua.organisation.accounts.rules.browsers import browser_in_words

MOZILLA = "Mozilla/5.0 "
BLINK = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36"


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        (f"{MOZILLA}(Windows NT 10.0; Win64; x64) {BLINK}", "Chrome, Windows"),
        (f"{MOZILLA}(Windows NT 10.0; Win64; x64) {BLINK} Edg/142.0.0.0", "Edge, Windows"),
        (
            f"{MOZILLA}(Windows NT 6.1) coc_coc_browser/120.0.0 Chrome/114.0 Safari/537.36",
            "Cốc Cốc, Windows",
        ),
        (f"{MOZILLA}(X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux"),
        (
            f"{MOZILLA}(iPhone; CPU iPhone OS 18_5 like Mac OS X) Mobile/15E148 Safari/604.1",
            "Safari, iPhone",
        ),
        (f"{MOZILLA}(Linux; Android 15; SM-A556E) {BLINK}", "Chrome, Android"),
        ("curl/8.5.0", ""),
        ("", ""),
    ],
)
def test_a_browser_and_its_system(user_agent, words):
    assert browser_in_words(user_agent) == words
