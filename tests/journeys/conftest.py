import pytest

from journeys.desk import lay_out


@pytest.fixture(scope="session")
def sheets(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sheets")
    return {
        name: lay_out(name, folder)
        for name in ("scan_congvan_sohoa", "clean_khaisinh", "stamp_quyetdinh", "rot180", "blank")
    }
