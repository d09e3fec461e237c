"""Fixed terms of office Vietnamese, for telling two look-alike syllables apart.

Names of bodies, papers and acts as the laws of administrative procedure use them (Luật Tổ chức
chính quyền địa phương, NĐ 30/2020/NĐ-CP, NĐ 61/2018/NĐ-CP, NĐ 23/2015/NĐ-CP). No names of places:
they are people's names as well.
"""

from itertools import pairwise
from typing import Final

TERMS: Final = """
ủy ban nhân dân; uỷ ban nhân dân; hội đồng nhân dân; viện kiểm sát nhân dân tối cao
kiểm sát viên; tòa án nhân dân tối cao; văn phòng chính phủ; thủ tướng chính phủ; chính phủ
quốc hội; thường vụ; chủ tịch; phó chủ tịch; bộ trưởng; thứ trưởng; giám đốc; phó giám đốc
trưởng phòng; phó trưởng phòng; chánh văn phòng; phó chánh văn phòng; cục trưởng; vụ trưởng
viện trưởng; hiệu trưởng; thủ trưởng; sở nội vụ; sở tư pháp; sở xây dựng; sở tài chính; sở y tế
sở công thương; phòng nội vụ; phòng tư pháp; bộ nội vụ; bộ tư pháp; bộ xây dựng; bộ tài chính
bộ quốc phòng; bộ công an; bộ y tế; xã hội chủ nghĩa việt nam; cộng hòa xã hội; độc lập; tự do
hạnh phúc; nhà nước; cơ quan; đơn vị; chính quyền địa phương; cấp tỉnh; cấp huyện; cấp xã
xã hội; kinh tế; văn hóa; giáo dục; đào tạo; luật tổ chức; bộ luật; nghị định; nghị quyết
quyết định; thông tư; chỉ thị; công văn; thông báo; báo cáo; tờ trình; kế hoạch; biên bản
hợp đồng; quy chế; quy định; quy trình; quy chuẩn; hướng dẫn; căn cứ; theo đề nghị; ban hành
kèm theo; hiệu lực; thi hành; chịu trách nhiệm; trách nhiệm; sửa đổi; bổ sung; thay thế; bãi bỏ
một số điều; điều khoản; phụ lục; danh mục; nội dung; cụ thể; thủ tục hành chính
kiểm soát thủ tục; cải cách hành chính; vụ án hành chính; tố tụng hành chính; một cửa
một cửa liên thông; bộ phận một cửa; tiếp nhận; trả kết quả; giải quyết; kết quả giải quyết
thành phần hồ sơ; hồ sơ; giấy tờ; bản chính; bản sao; chứng thực; chứng nhận; xác nhận; chữ ký
số hóa; dữ liệu; cơ sở dữ liệu; dịch vụ công; cổng dịch vụ; trực tuyến; điện tử; văn thư
lưu trữ; quản lý nhà nước; phạm vi; chức năng; nhiệm vụ; quyền hạn; cơ cấu tổ chức; lĩnh vực
hoạt động; công bố; đăng ký; cấp phép; giấy phép; giấy khai sinh; khai sinh; kết hôn; khai tử
hộ tịch; cư trú; căn cước công dân; căn cước; số định danh; định danh cá nhân; dân tộc
quốc tịch; giới tính; quê quán; nơi sinh; nơi cư trú; họ tên; chữ đệm; ngày tháng năm; đất đai
quyền sử dụng đất; sử dụng đất; doanh nghiệp; tổ chức; cá nhân; công dân; công chức; viên chức
cán bộ; người dân; đại diện; tổng hợp; thẩm định; thẩm quyền; kiểm tra; thanh tra; giám sát
theo dõi; đôn đốc; phối hợp; chủ trì; triển khai; thực hiện; tổ chức thực hiện; nghiêm túc
thống nhất; quyết toán; kinh phí; dự toán; đối với; các sản phẩm; hàng hóa; kỹ thuật quốc gia
quốc gia; đồng ý; phê duyệt; xem xét; đề nghị; nơi nhận; như trên; kính gửi; lưu trữ điện tử
cộng đồng; thương binh; lao động; an toàn lao động
"""


def _pairs() -> frozenset[tuple[str, str]]:
    terms = (term.split() for row in TERMS.splitlines() for term in row.split(";"))
    return frozenset(pair for term in terms for pair in pairwise(term))


PAIRS: Final = _pairs()
"""Two syllables that follow one another in some term, in small letters."""
