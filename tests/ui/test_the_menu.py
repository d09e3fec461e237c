"""The places at the left: by what a person may do, and never more than seven."""

from motcua.ui.rules.places import MOST, Place, doors


def place(name, perm=None):
    return Place(name=name, url_name=name, perm=perm, icon="inbox")


def shown(*places, here="/", may=lambda perm: True, address_of=lambda name: f"/{name}/"):
    return doors(places, here=here, may=may, address_of=address_of)


def names(found):
    return [door.place.name for door in found]


def test_a_place_is_shown_to_whoever_may_enter_it():
    found = shown(place("a"), place("b", perm="x"), place("c", perm="y"), may={"y"}.__contains__)
    assert names(found) == ["a", "c"]


def test_a_place_that_is_not_there_yet_is_left_out():
    assert names(shown(place("a"), place("b"), address_of={"b": "/b/"}.get)) == ["b"]


def test_there_are_never_more_than_seven():
    assert len(shown(*(place(f"p{number}") for number in range(12)))) == MOST == 7


def test_one_is_at_the_place_whose_address_begins_the_pages_own():
    found = shown(place("a"), place("b"), here="/b/12/")
    assert [door.is_here for door in found] == [False, True]


def test_the_root_is_nobodys_but_its_own():
    addresses = {"home": "/", "a": "/a/"}.get
    at_home = shown(place("home"), place("a"), here="/", address_of=addresses)
    elsewhere = shown(place("home"), place("a"), here="/a/", address_of=addresses)
    assert [door.is_here for door in at_home] == [True, False]
    assert [door.is_here for door in elsewhere] == [False, True]


def test_the_nearest_place_is_where_one_is():
    addresses = {"a": "/a/", "b": "/a/b/"}.get
    found = shown(place("a"), place("b"), here="/a/b/1/", address_of=addresses)
    assert [door.is_here for door in found] == [False, True]
