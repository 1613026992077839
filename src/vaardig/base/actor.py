"""Who is asking: made once per request by people, read by every door."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Hat(StrEnum):
    """The role somebody acts in at this moment (SECURITY §4). Codes as in permissions.yaml."""

    PARTICIPANT = "DN"
    TRAINER = "TR"
    GUIDE = "CO"
    FACILITATOR = "FA"
    LEADER = "LG"
    HR_ADVISER = "HR"
    PROGRAMME_MANAGER = "PB"
    STEWARD = "SB"
    AUDITOR = "AU"
    RECIPIENT = "SR"
    COMMISSIONER = "OG"
    REFERRER = "VW"
    ANONYMOUS = "AN"


class Device(StrEnum):
    OWN = "OWN"
    SHARED = "SHARED"
    STAFF = "STAFF"
    NONE = "NONE"


@dataclass(frozen=True, slots=True)
class Actor:
    """One person in one role on one device. Ids are database ids; `code` is the public id of the person."""

    hat: Hat = Hat.ANONYMOUS
    person: int | None = None
    account: int | None = None
    membership: int | None = None
    organisation: int | None = None
    code: UUID | None = None
    organisation_code: UUID | None = None
    device: Device = Device.NONE
    second_factor: bool = False
    origin: str = ""

    @property
    def is_known(self) -> bool:
        return self.person is not None


ANYBODY = Actor()
