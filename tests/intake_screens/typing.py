"""What hands type at the counter, as the form sends it."""

import html
import re

from django.urls import reverse

HERE = "/ho-so/quay/"
CARD = "030190000123|123456789|Trần Thị Bình|05091990|Nữ|Thôn Đông, xã Đại Sơn|01012021"


def typed(office, *, version=None, **changes):
    """Return a whole reception: Bình hands in both papers of a birth registration herself."""
    version = version or office.version
    form = {
        "token": "mot-lan-tiep-nhan",
        "unit": office.commune.pk,
        "channel": "direct",
        "standing": "self",
        "nn-kind": "person",
        "nn-full_name": "Trần Thị Bình",
        "nn-identity_number": "030190000123",
        "nn-birth_on": "05/09/1990",
        "nn-sex": "nu",
        "nn-phone": "0912000111",
        "nn-address": "Thôn Đông, xã Đại Sơn",
        **dossier(version, key=0),
        "do": "receive",
    }
    return {name: value for name, value in (form | changes).items() if value is not None}


def dossier(version, *, key):
    """Return one dossier with all that its procedure must have."""
    form = {"block": [str(key)], f"hs{key}-version": version.pk}
    for paper in version.components.all():
        place = f"hs{key}p{paper.pk}"
        form |= {f"{place}-originals": paper.originals or "", f"{place}-photocopies": ""}
        form |= {f"{place}-certified_copies": ""}
        if not paper.is_optional:
            form[f"{place}-is_handed_in"] = "on"
    return form


def paper(office, number):
    """Return what the names of the fields of a paper begin with."""
    return f"hs0p{office.version.components.get(number=number).pk}"


def send(client, form, *, part=False):
    """Send the form of the counter; as a part, the way htmx does."""
    headers = {"HX-Request": "true"} if part else {}
    return client.post(reverse("intake:counter"), form, headers=headers)


def do(client, office, step, *, part=False, **changes):
    """Press a button of the counter that receives nothing yet."""
    return send(client, typed(office, do=step, **changes), part=part)


def text(response):
    return response.content.decode()


def words(response):
    """Return what a page says, without its tags and with single spaces."""
    said = html.unescape(re.sub(r"<[^>]+>", " ", text(response)))
    said = re.sub(r"\s+", " ", said)
    return re.sub(r"(?<=\() | (?=[:;,.)])", "", said)
