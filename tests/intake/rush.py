"""A rush at the counter: many receptions at once, each on a connection of its own.

It runs in a process of its own, because the database of a test is one its threads would share.
"""

import json
import sys
import threading
from contextlib import suppress
from dataclasses import replace

from django.core.management import call_command
from django.db import connection

from intake.office import MONDAY, Office
from motcua.audit.models import Entry
from motcua.audit.queries import broken_places
from motcua.intake import actions
from motcua.intake.errors import PapersMissing
from motcua.intake.models import Dossier, Receipt

PEOPLE = 50


def main():
    call_command("migrate", verbosity=0)
    office, faults = Office(), []
    gate = threading.Barrier(PEOPLE)
    people = [
        threading.Thread(target=come, args=(office, number, gate, faults))
        for number in range(PEOPLE)
    ]
    for person in people:
        person.start()
    for person in people:
        person.join()
    json.dump({"faults": faults, **what_is_there()}, sys.stdout)


def come(office, number, gate, faults):
    gate.wait()
    try:
        receive(office, number)
    except Exception as fault:  # noqa: BLE001 told by the test, whatever it is
        faults.append(repr(fault))
    finally:
        connection.close()


def receive(office, number):
    owner = replace(office.request().applicant, full_name=f"Người {number}")
    request = office.request(applicant=owner)
    if number % 10 == 0:  # some come with papers missing first, which must leave no gap
        with suppress(PapersMissing):
            incomplete = replace(request, papers=())
            actions.receive_dossier(incomplete, officer=office.counter, at=MONDAY)
    actions.receive_dossier(request, officer=office.counter, at=MONDAY)


def what_is_there():
    return {
        "codes": sorted(Dossier.objects.values_list("code", flat=True)),
        "receipts": sorted(Receipt.objects.values_list("number", flat=True)),
        "journal": sorted(Entry.objects.values_list("number", flat=True)),
        "broken": [str(place) for place in broken_places()],
        "vendor": connection.vendor,
    }
