"""The addresses of signing in and of one's own account.

allauth's screens are named one by one: what is not here, as opening an account by oneself or asking
for a password by mail, cannot be reached.
"""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount import views as identities
from django.urls import path

from motcua.organisation.accounts.web import entering, own
from motcua.organisation.accounts.web.own import whole

urlpatterns = [
    path("", own.overview, name="account_overview"),
    path("dang-nhap/", entering.SignInView.as_view(), name="account_login"),
    path("dang-xuat/", account.logout, name="account_logout"),
    path("ngung-hoat-dong/", entering.InactiveView.as_view(), name="account_inactive"),
    path("xac-nhan/", account.reauthenticate, name="account_reauthenticate"),
    path("mat-khau/", whole(account.password_change), name="account_change_password"),
    path("mat-khau/dat/", whole(account.password_set), name="account_set_password"),
    path("hai-lop/", own.SecondFactorsView.as_view(), name="mfa_index"),
    path("hai-lop/ma/", mfa.authenticate, name="mfa_authenticate"),
    path("hai-lop/xac-nhan/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("hai-lop/ung-dung/", whole(app.activate_totp), name="mfa_activate_totp"),
    path("hai-lop/ung-dung/go/", whole(app.deactivate_totp), name="mfa_deactivate_totp"),
    path("hai-lop/ma-du-phong/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "hai-lop/ma-du-phong/tao/",
        whole(codes.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "hai-lop/ma-du-phong/tai/",
        codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path("khoa/", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("khoa/them/", whole(own.AddPasskeyView.as_view()), name="mfa_add_webauthn"),
    path("khoa/xac-nhan/", passkeys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("khoa/dang-nhap/", entering.SignInByPasskeyView.as_view(), name="mfa_login_webauthn"),
    path("khoa/<int:pk>/ten/", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
    path("khoa/<int:pk>/go/", whole(passkeys.remove_webauthn), name="mfa_remove_webauthn"),
    path("danh-tinh/", whole(identities.connections), name="socialaccount_connections"),
    path("danh-tinh/bo-qua/", identities.login_cancelled, name="socialaccount_login_cancelled"),
    path("danh-tinh/loi/", identities.login_error, name="socialaccount_login_error"),
    path(
        "danh-tinh/<slug:provider_id>/",
        entering.go_to_identity_provider,
        name="openid_connect_login",
    ),
    path(
        "danh-tinh/<slug:provider_id>/ve/",
        entering.back_from_identity_provider,
        name="openid_connect_callback",
    ),
    path("phien/", own.SessionsView.as_view(), name="usersessions_list"),
    path("phien/<int:session_id>/ket-thuc/", own.end_session, name="usersessions_end"),
]
