"""Packets as the provincial system sends them. All people are made up."""

from motcua.intake.rules.provincial import read_packet

CODE = "H23.288.10514-260302-0007"


def packet(**given):
    """Return a packet of a dossier that is being settled."""
    return {
        "MaHoSo": CODE,
        "MaTTHC": "1.001193",
        "TenTTHC": "Đăng ký khai sinh",
        "KenhThucHien": "2",
        "SoGiayToChuHoSo": "030190000123",
        "ChuHoSo": "Trần Thị Bình",
        "SoDienThoai": "0912000111",
        "TrichYeuHoSo": "Khai sinh cho cháu Trần Minh Anh",
        "NgayNopHoSo": "2026-03-01T20:15:00",
        "NgayTiepNhan": "2026-03-02T08:00:00",
        "NgayHenTra": "2026-03-09T17:00:00",
        "TrangThaiHoSo": "4",
        "DonViXuLy": "Xã Đại Sơn",
        "TaiLieuNop": [
            {"TenTepDinhKem": "chung-sinh.pdf", "MaThanhPhanHoSo": "CS", "DuocSoHoa": "1"},
            {"TenTepDinhKem": "to-khai.pdf", "DuocTaiSuDung": "1"},
        ],
        **given,
    }


def settled(**given):
    return packet(
        **{
            "TrangThaiHoSo": "9",
            "NgayKetThucXuLy": "2026-03-05T10:00:00",
            "DanhSachGiayToKetQua": [
                {
                    "TenGiayTo": "Giấy khai sinh",
                    "MaGiayToKetQua": "KQ.1",
                    "DuongDanTepTinKetQua": "https://tinh.example/kq/1",
                }
            ],
            **given,
        }
    )


def told(**given):
    return read_packet(packet(**given))
