"""What is refused about accounts."""

from motcua.kernel.errors import NotAllowed, Unavailable


class PasswordMustChange(NotAllowed):
    """The password was given out by somebody else and is to be changed before anything is done."""

    code = "accounts.password_must_change"


class SessionOver(NotAllowed):
    """The session ended by itself; signing in again begins another."""

    code = "accounts.session_over"


class IdentityProviderSilent(Unavailable):
    """The identity provider does not answer, or not with what was asked for."""

    code = "accounts.identity_provider_silent"

    def __init__(self, *, name: str) -> None:
        super().__init__(name=name)
