"""An installation to try out shows its accounts on the sign-in page; a real one shows none."""

import json

import pytest

from motcua.config.settings.accounts import DemoAccount, demo_accounts

ROWS = [["hoa.mau", "mat khau mau 1", "Công chức một cửa mẫu", "Xã Đại Sơn"]]


@pytest.fixture
def rows(settings, tmp_path):
    (tmp_path / "demo.json").write_text(json.dumps(ROWS), "utf-8")
    settings.DEMO_ACCOUNTS = demo_accounts(tmp_path)


def test_the_loader_leaves_the_accounts_in_a_file(tmp_path):
    assert demo_accounts(tmp_path) == ()
    (tmp_path / "demo.json").write_text(json.dumps(ROWS), "utf-8")
    assert demo_accounts(tmp_path) == (
        DemoAccount("hoa.mau", "mat khau mau 1", "Công chức một cửa mẫu", "Xã Đại Sơn"),
    )


@pytest.mark.django_db
@pytest.mark.parametrize("demo", [True, False])
def test_they_are_shown_in_the_demonstration_only(client, rows, settings, demo):
    settings.DEMO_MODE = demo
    page = client.get("/tai-khoan/dang-nhap/").content.decode()
    for word in ROWS[0]:
        assert (word in page) is demo
