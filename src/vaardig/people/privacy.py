"""What people keeps, whose it is, and what happens to it when she leaves."""

from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from vaardig.base.models import Submission
from vaardig.base.privacy import before_erasing, declare
from vaardig.people.models import (
    Account,
    CardRenewal,
    Consent,
    Contact,
    Guess,
    Membership,
    Organisation,
    Person,
    Relation,
    ReturnCard,
    Share,
    ShareItem,
    ShareRequest,
    Unit,
)

declare(
    Organisation,
    owner="",
    purpose="organisation",
    keep="as long as it takes part",
    O="id public_id name kind size created_at",
)
declare(
    Unit, owner="", purpose="organisation", keep="as long as it takes part", O="id public_id organisation parent name"
)
declare(
    Person,
    owner="pk",
    purpose="passport",
    keep="account",
    O="id public_id",
    P="name language created_at",
    on_erase="delete",
)
declare(
    Account,
    owner="person",
    purpose="signing in",
    keep="account",
    O="id",
    P="email person is_active created_at password last_login",
    hidden="password",
)
declare(
    ReturnCard,
    owner="person",
    purpose="signing in",
    keep="account",
    O="id",
    P="person code_hash qr_hash pin_hash created_at ended_at",
    hidden="code_hash qr_hash pin_hash",
)
declare(
    CardRenewal,
    owner="person",
    purpose="signing in",
    keep="24 months",
    O="id public_id",
    P="person asked_by agreed_by is_without_pin asked_at done_at",
)
declare(
    Contact,
    owner="person",
    purpose="guidance",
    keep="24 months after the relation ends",
    O="id public_id organisation",
    P="person name email phone source external_id link_hash link_until created_at",
    hidden="link_hash",
    on_erase="empty",
    emptied="person",
)
declare(
    Membership,
    owner="person",
    purpose="role",
    keep="24 months after the role ends",
    O="id public_id organisation unit",
    V="person name role starts_on ends_on",
    on_erase="empty",
    emptied="person name",
)
declare(
    Relation,
    owner="contact__person",
    purpose="guidance",
    keep="24 months after it ends",
    O="id public_id",
    V="membership contact kind purpose starts_at ends_at origin_kind origin_id",
    on_erase="keep",
)
declare(
    Consent,
    owner="person",
    purpose="consent",
    keep="24 months after it ends",
    O="id",
    P="person purpose text_version given_at withdrawn_at",
)
declare(
    Share,
    owner="owner",
    purpose="sharing",
    keep="24 months after it ends",
    O="id public_id",
    P="owner receiver function_organisation function_role purpose may_download starts_at ends_at ended_at",
)
declare(ShareItem, owner="share__owner", purpose="sharing", keep="with its share", O="id", P="share kind thing")
declare(
    ShareRequest,
    owner="person",
    purpose="sharing",
    keep="24 months",
    O="id public_id",
    P="person asked_by purpose asked_at answered_at",
)
declare(Guess, owner="", purpose="slowing guessing", keep="24 hours", O="id count since wait_until", P="name")

# ── what allauth and Django keep for us ──────────────────────────────────────────────────────────────
declare(
    EmailAddress,
    owner="user__person",
    purpose="signing in",
    keep="account",
    O="id",
    P="user email verified primary",
)
declare(
    EmailConfirmation,
    owner="email_address__user__person",
    purpose="signing in",
    keep="account",
    O="id",
    P="email_address created sent key",
    hidden="key",
)
declare(
    Authenticator,
    owner="user__person",
    purpose="signing in",
    keep="account",
    O="id",
    P="user type data created_at last_used_at",
    hidden="data",
)
declare(
    UserSession,
    owner="user__person",
    purpose="signing in",
    keep="14 days",
    O="id",
    P="user created_at ip last_seen_at session_key user_agent data",
    hidden="session_key",
)


@before_erasing
def end_everything_open(person: int) -> None:
    """Her sessions, with what waits in them, and the forms she sent."""
    sessions = UserSession.objects.filter(user__person=person).values_list("session_key", flat=True)
    Session.objects.filter(session_key__in=list(sessions)).delete()
    accounts = Account.objects.filter(person=person).values_list("pk", flat=True)
    Submission.objects.filter(who__in=[f"account:{pk}" for pk in accounts]).delete()
