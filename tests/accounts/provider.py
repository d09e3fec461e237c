"""An identity provider that answers what a test wants, in place of the network."""

import json
import time
from dataclasses import dataclass, field

import jwt
import requests

ISSUER = "https://dinh-danh.example/can-bo"
ID = "dinh-danh-example-can-bo"
CLIENT = "motcua-xa"


@dataclass
class Answer:
    content: dict
    status_code: int = 200

    @property
    def headers(self):
        return {"content-type": "application/json"}

    @property
    def text(self):
        return json.dumps(self.content)

    def json(self):
        return self.content

    def raise_for_status(self):
        if self.status_code >= 400:
            raise requests.HTTPError(self.status_code)


@dataclass
class Provider:
    """Answers as `subject`; `claims` take the place of what it would say by itself."""

    subject: str = "can-bo-1"
    claims: dict = field(default_factory=dict)
    silent: bool = False
    asked: list = field(default_factory=list)

    def __enter__(self):
        return self

    def __exit__(self, *fault):
        return None

    def get(self, url, **_):
        return self.request("GET", url)

    def request(self, method, url, *, data=None, **_):
        if self.silent:
            raise requests.ConnectionError(url)
        self.asked.append((method, url, data))
        if url == f"{ISSUER}/.well-known/openid-configuration":
            return Answer(
                {
                    "issuer": ISSUER,
                    "authorization_endpoint": f"{ISSUER}/authorize",
                    "token_endpoint": f"{ISSUER}/token",
                    "userinfo_endpoint": f"{ISSUER}/userinfo",
                    "jwks_uri": f"{ISSUER}/keys",
                    "token_endpoint_auth_methods_supported": ["client_secret_post"],
                }
            )
        assert (method, url) == ("POST", f"{ISSUER}/token")
        return Answer({"access_token": "thẻ", "token_type": "Bearer", "id_token": self.id_token()})

    def id_token(self):
        says = {
            "iss": ISSUER,
            "aud": CLIENT,
            "sub": self.subject,
            "exp": int(time.time()) + 60,
            **self.claims,
        }
        return jwt.encode(says, "khoá của nơi xác thực, dài đủ 32 byte")
