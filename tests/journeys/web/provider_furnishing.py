"""Lets a provider know who may ask it."""

from allauth.idp.oidc.models import Client
from django.core.management import call_command


def furnish_provider(client_id, secret, back_to):
    """Add what a provider has beside a furnished installation."""
    call_command("migrate", verbosity=0, interactive=False)
    client = Client(
        id=client_id, name="Motcua", scopes="openid", redirect_uris=back_to, skip_consent=True
    )
    client.set_secret(secret)
    client.save()
