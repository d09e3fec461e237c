"""All addresses; each area answers for its own."""

from django.urls import include, path

from motcua.config.api import api
from motcua.config.health import health

urlpatterns = [
    path("suc-khoe", health, name="health"),
    path("api/v1/", api.urls),
    path("", include("motcua.ui.web.urls")),
    path("tai-khoan/", include("motcua.organisation.accounts.web.urls")),
    path("ho-so/", include("motcua.intake.web.urls")),
    path("so-nhat-ky/", include("motcua.audit.web.urls")),
    path("cong-viec/", include("motcua.jobs.web.urls")),
    path("co-cau/", include("motcua.organisation.web.urls")),
    path("danh-muc/", include("motcua.catalogue.web.urls")),
]

handler400 = "motcua.ui.web.faults.bad_request"
handler403 = "motcua.ui.web.faults.forbidden"
handler404 = "motcua.ui.web.faults.not_found"
handler500 = "motcua.ui.web.faults.server_error"
