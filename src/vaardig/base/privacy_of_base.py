"""What the tables of base keep."""

from vaardig.base.models import AuditEntry, AuditHead, PersonKey, Pseudonym, Submission
from vaardig.base.privacy import declare

declare(AuditHead, owner="", purpose="audit", keep="24 months", O="id stream seq hash")
declare(
    AuditEntry,
    owner="",
    purpose="audit",
    keep="24 months",
    O="id stream seq prev hash trace",
    P="at actor hat action object_kind object_id subject purpose ground result origin",
)
declare(Pseudonym, owner="", purpose="audit", keep="account", P="id person_code code")
declare(PersonKey, owner="", purpose="sealing", keep="account", P="id owner_code wrapped created_at")
declare(Submission, owner="", purpose="forms count once", keep="24 hours", P="id who key location created_at")
