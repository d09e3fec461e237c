"""Signing in as somebody of the example, and reading the menu."""

import re

from django.urls import reverse

from motcua.config.demo.staff import PASSWORD


def sign_in(client, username):
    """Sign in by the page and return the text of the first page seen."""
    answer = client.post(
        reverse("account_login"), {"login": username, "password": PASSWORD}, follow=True
    )
    assert answer.status_code == 200
    assert answer.context["user"].username == username
    return answer.content.decode()


def places_on(page):
    """Return the names of the menu at the left."""
    menu = page.partition('<nav class="menu"')[2].partition("</nav>")[0]
    links = re.findall(r"<a [^>]*>.*?</a>", menu, flags=re.DOTALL)
    return [re.sub(r"<[^>]+>", "", link).strip() for link in links]
