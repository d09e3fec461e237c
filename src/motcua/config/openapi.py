"""Writes the description of the API, which is committed and compared by a test.

PYTHONPATH=src python -m motcua.config.openapi > docs/reference/openapi.json
"""

import json
import sys

from motcua.config.django_side import loaded


def document() -> str:
    """Return the OpenAPI document as it is committed."""
    schema = loaded("motcua.config.api").api.get_openapi_schema(path_prefix="/api/v1/")
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    sys.stdout.write(document())
