"""What people keeps, whose it is, and what happens to it when she leaves."""

from vaardig.base.privacy import declare
from vaardig.people.models import (
    Account,
    CardRenewal,
    Consent,
    Contact,
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
    P="person code_hash qr_hash pin_hash misses created_at ended_at",
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
    V="person role starts_on ends_on",
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
