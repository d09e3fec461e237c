import pytest
from django.test import Client

from accounts.factories import PHRASE, AccountFactory, PostFactory
from accounts.people import acts, sign_in
from motcua.organisation.accounts import wording


@pytest.fixture
def hoa(db):
    """An officer at the counter; whatever is entered meanwhile, people can read."""
    yield AccountFactory(username="hoa", full_name="Lê Thị Hoà")
    assert {act for act in acts() if act.startswith("accounts.")} <= {*wording.ACTS}


@pytest.fixture
def inside(client, hoa):
    """A browser in which the officer has signed in."""
    sign_in(client, "hoa", PHRASE)
    return client


@pytest.fixture
def administrator(hoa):
    """Who looks after the accounts of the officer's unit."""
    return PostFactory(account__unit=hoa.unit, acts=["organisation.manage_accounts"]).account


@pytest.fixture
def django_client():
    """Make browsers on other computers."""
    return Client
