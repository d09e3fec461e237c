"""An identity provider on this machine: Motcua's own pages, and what allauth has for providers."""

from contextlib import contextmanager

from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from journeys.web.serving import environment_of, prepared, serving

SETTINGS = "journeys.web.provider_settings"


@contextmanager
def providing(home, *, port, client, secret, back_to):
    """Serve a furnished home as a provider that knows one installation, until the block ends."""
    (home / "provider.pem").write_bytes(key())
    code = (
        "from journeys.web.provider_furnishing import furnish_provider; "
        f"furnish_provider({client!r}, {secret!r}, {back_to!r})"
    )
    prepared(environment_of(home, settings=SETTINGS), code)
    with serving(home, port=port, host="127.0.0.1", settings=SETTINGS) as provider:
        yield provider


def key():
    """Make the key that the provider signs with."""
    made = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
