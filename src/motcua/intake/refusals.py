"""What intake refuses, said to people: what happened, what is safe, what to do."""

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_lazy as _

from motcua.intake import errors
from motcua.ui.wording import Said, Words

NOT_RECORDED: Final = _("Chưa có gì được ghi nhận, hồ sơ không thay đổi.")
RELOAD: Final = _("Tải lại trang để xem tình trạng mới rồi làm tiếp.")


def _words(what: Said, to_do: Said) -> Words:
    return Words(what=what, safe=NOT_RECORDED, to_do=to_do)


REFUSALS: Final[Mapping[str, Words]] = {
    errors.MoveRefused.code: _words(
        _("Hồ sơ không còn ở bước cho phép làm việc này."),
        RELOAD,
    ),
    errors.CodeMalformed.code: _words(
        _("«{given}» không đúng dạng mã hồ sơ."),
        _("Mã hồ sơ có dạng H23.288-230217-0001: mã đơn vị, ngày, số thứ tự trong ngày."),
    ),
    errors.IdentityMalformed.code: _words(
        _("Số định danh, số giấy tờ hoặc mã số thuế không hợp lệ."),
        _("Đối chiếu lại từng chữ số với giấy tờ, hoặc quét mã QR trên thẻ."),
    ),
    errors.CardUnreadable.code: _words(
        _("Không đọc được mã QR của thẻ căn cước."),
        _("Quét lại mã QR; kiểm tra đầu đọc gõ được chữ tiếng Việt và đã tắt bộ gõ Telex, VNI."),
    ),
    errors.SecondSupplementNeedsReason.code: _words(
        _("Hồ sơ đã được yêu cầu bổ sung. Chỉ được yêu cầu một lần, đầy đủ, chính xác."),
        _(
            "Nếu vẫn phải yêu cầu lần {number}, hãy ghi lý do. Hồ sơ sẽ được tính là quá hạn theo "
            "Quyết định 766/QĐ-TTg."
        ),
    ),
    errors.SupplementStillOpen.code: _words(
        _("Yêu cầu bổ sung lần {number} chưa được trả lời."),
        _("Chờ người nộp bổ sung, hoặc ghi nhận phần đã nộp trước."),
    ),
    errors.SupplementSaysNothing.code: _words(
        _("Chưa ghi nội dung yêu cầu."),
        _("Ghi rõ giấy tờ nào còn thiếu hoặc chưa đúng, và phải sửa thế nào."),
    ),
    errors.NoSupplementOpen.code: _words(
        _("Hồ sơ {dossier} không chờ bổ sung giấy tờ nào."),
        RELOAD,
    ),
    errors.AlreadyReappointed.code: _words(
        _("Hồ sơ đã được hẹn lại một lần; quy định chỉ cho phép hẹn lại một lần."),
        _("Giải quyết hồ sơ theo ngày đã hẹn."),
    ),
    errors.DueMustMoveOn.code: _words(
        _("Ngày hẹn mới phải sau ngày hẹn cũ và sau hôm nay."),
        _("Chọn ngày khác."),
    ),
    errors.DueOnClosedDay.code: _words(
        _("Ngày {day} cơ quan không làm việc."),
        _("Chọn ngày {opens_on} hoặc ngày làm việc khác."),
    ),
    errors.ClockNeverStarted.code: _words(
        _("Hồ sơ chưa được tiếp nhận nên chưa có thời hạn."),
        _("Tiếp nhận hồ sơ trước."),
    ),
    errors.NotAtThisUnit.code: _words(
        _("Tài khoản không được làm việc này tại đơn vị đã chọn."),
        _("Chọn đơn vị của mình, hoặc đề nghị người quản trị kiểm tra lại phân công."),
    ),
    errors.ProcedureNotOffered.code: _words(
        _("Ngày {on}, thủ tục này chưa được công bố hoặc đã hết hiệu lực."),
        _("Chọn lại thủ tục trong danh mục đang có hiệu lực."),
    ),
    errors.ChannelNotOffered.code: _words(
        _("Thủ tục {procedure} không nhận hồ sơ theo cách này."),
        _("Chọn cách nộp khác."),
    ),
    errors.PapersMissing.code: _words(
        _("Hồ sơ còn thiếu giấy tờ phải có."),
        _("Đánh dấu giấy tờ đã nộp, hoặc lập phiếu yêu cầu bổ sung, hoàn thiện hồ sơ."),
    ),
    errors.PapersUnknown.code: _words(
        _("Có giấy tờ không thuộc thành phần của hồ sơ."),
        _("Tải lại trang: danh mục giấy tờ có thể vừa thay đổi."),
    ),
    errors.PaperWithoutName.code: _words(_("Giấy tờ nộp thêm chưa có tên."), _("Ghi tên giấy tờ.")),
    errors.ReasonMissing.code: _words(
        _("Chưa ghi lý do hoặc căn cứ; quy định phải nêu bằng văn bản."),
        _("Ghi lý do rồi gửi lại."),
    ),
    errors.ResultMissing.code: _words(
        _("Chưa ghi giấy tờ kết quả."), _("Ghi tên giấy tờ kết quả rồi gửi lại.")
    ),
    errors.NameMissing.code: _words(_("Chưa ghi họ tên."), _("Ghi họ tên rồi gửi lại.")),
    errors.OrganisationNotBorn.code: _words(
        _("Tổ chức không có ngày sinh và giới tính."),
        _("Xoá hai mục đó, hoặc chọn đối tượng là cá nhân."),
    ),
    errors.NothingToReceive.code: _words(
        _("Chưa có hồ sơ nào để tiếp nhận."), _("Thêm ít nhất một hồ sơ.")
    ),
    errors.ReceiptOfOneUnit.code: _words(
        _("Một giấy tiếp nhận chỉ gồm hồ sơ của một đơn vị."),
        _("Tách hồ sơ của từng đơn vị."),
    ),
    errors.UnitUnknown.code: _words(
        _("Ngày {on} không có đơn vị đã chọn."),
        _("Chọn lại đơn vị đang hoạt động."),
    ),
    errors.CounterModeUnset.code: _words(
        _("Chưa có quyết định đơn vị tự cấp mã hồ sơ hay nhận mã từ hệ thống của tỉnh."),
        _("Đề nghị người quản trị ghi nhận văn bản quy định việc này."),
    ),
    errors.CodesComeFromProvince.code: _words(
        _("Đơn vị nhận mã hồ sơ từ {system}, không tự cấp mã."),
        _("Tiếp nhận trên hệ thống của tỉnh; hồ sơ sẽ tự chuyển về đây."),
    ),
    errors.CodesAreOurs.code: _words(
        _("Đơn vị tự cấp mã hồ sơ, không nhận hồ sơ từ hệ thống khác."),
        _("Kiểm tra lại đơn vị trong mã hồ sơ."),
    ),
    errors.UnitHasNoCode.code: _words(
        _("Đơn vị chưa có mã định danh nên không cấp được mã hồ sơ."),
        _("Đề nghị người quản trị ghi mã định danh theo Quyết định 20/2020/QĐ-TTg."),
    ),
    errors.CodeTaken.code: _words(
        _("Mã hồ sơ {dossier} đã có, từ nguồn khác."),
        _("Đối chiếu với hệ thống gửi hồ sơ."),
    ),
    errors.NothingHandedOver.code: _words(_("Hồ sơ {dossier} không chờ ai nhận bàn giao."), RELOAD),
    errors.PlanOutdated.code: _words(
        _("Từ lúc xem trước đến nay, có hồ sơ đã thay đổi."),
        _("Xem lại danh sách hồ sơ đổi hạn rồi xác nhận lại."),
    ),
    errors.PayloadMalformed.code: _words(
        _("Gói tin không đọc được ở mục {field}."),
        _("Đề nghị hệ thống gửi kiểm tra lại mục đó."),
    ),
    errors.UnitCodeUnknown.code: _words(
        _("Ngày {on} không có đơn vị nào mang mã {unit_code}."),
        _("Kiểm tra lại mã, hoặc nhập danh sách đơn vị trước."),
    ),
    errors.TooManyAtOnce.code: _words(
        _("Một gói có không quá {most} hồ sơ."), _("Chia thành nhiều gói.")
    ),
    errors.LawUnknown.code: _words(
        _("Ngày {on} chưa có quy định một cửa được ghi nhận trong phần mềm."),
        _("Kiểm tra lại ngày đã nhập."),
    ),
}
