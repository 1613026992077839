"""Organisations, their units, who works there, and whom they know."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from vaardig.base import audit
from vaardig.base.actor import Actor
from vaardig.people import codes
from vaardig.people.models import Account, Contact, Membership, Organisation, Person, Relation, Share, Unit
from vaardig.people.services import accounts

LINK_DAYS, LINK_LENGTH = 30, 8


class CannotAdd(Exception):
    """The message is fit to show to the person who tried."""


class CannotLink(Exception):
    """The message is fit to show to the person who tried."""


@transaction.atomic
def add_organisation(*, name: str, kind: str, size: str = "", by: Actor, now: datetime) -> Organisation:
    made = Organisation.objects.create(name=name, kind=kind, size=size, created_at=now)
    audit.record(
        actor=by,
        action="add_organisation",
        now=now,
        kind="organisation",
        thing=made.public_id,
        organisation=made.public_id,
    )
    return made


@transaction.atomic
def add_unit(*, organisation: Organisation, name: str, parent: Unit | None = None, by: Actor, now: datetime) -> Unit:
    if parent and parent.organisation_id != organisation.pk:
        raise CannotAdd(_("Kies een afdeling van deze organisatie."))
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    if organisation.units.filter(parent=parent, name__iexact=name).exists():
        raise CannotAdd(_("Deze afdeling is er al."))
    made = organisation.units.create(name=name, parent=parent)
    audit.record(
        actor=by, action="add_unit", now=now, kind="unit", thing=made.public_id, organisation=organisation.public_id
    )
    return made


@transaction.atomic
def add_staff(
    *,
    organisation: Organisation,
    name: str,
    email: str,
    role: str,
    starts_on: date,
    by: Actor,
    now: datetime,
    unit: Unit | None = None,
    ends_on: date | None = None,
) -> Membership:
    """Give somebody a role here. Who has no account yet gets one and signs in with a code sent by mail.

    The name is kept with the role: whether this address was known already, and under which name, stays unsaid.
    """
    if unit and unit.organisation_id != organisation.pk:
        raise CannotAdd(_("Kies een afdeling van deze organisatie."))
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    account = Account.objects.filter(email__iexact=email).first()
    if account is None:
        person = Person.objects.create(name=name, created_at=now)
        account = Account.objects.create_user(email, person=person, created_at=now)
        accounts.know_address(account)
    if account.person is None:
        raise CannotAdd(_("Dit account is gewist. Gebruik een ander e-mailadres."))
    same = Q(organisation=organisation, role=role, unit=unit) & Membership.live(starts_on)
    if account.person.memberships.filter(same).exists():
        raise CannotAdd(_("Deze persoon heeft deze rol hier al."))
    made = Membership.objects.create(
        person=account.person,
        name=name,
        organisation=organisation,
        unit=unit,
        role=role,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    _log(made, "add_membership", by=by, now=now)
    return made


@transaction.atomic
def end_membership(*, membership: Membership, by: Actor, now: datetime) -> None:
    """The role ends now, and with it every relation, share and question that hung on it, in one transaction."""
    yesterday = timezone.localdate(now) - timedelta(days=1)
    membership.ends_on = yesterday
    membership.starts_on = min(membership.starts_on, yesterday)
    membership.save(update_fields=["starts_on", "ends_on"])
    membership.relations.filter(Q(ends_at=None) | Q(ends_at__gt=now)).update(ends_at=now)
    membership.shares_received.filter(ended_at=None, ends_at__gt=now).update(ended_at=now)
    membership.share_requests.filter(answered_at=None).update(answered_at=now)
    _log(membership, "end_membership", by=by, now=now)


@transaction.atomic
def add_contact(
    *,
    organisation: Organisation,
    name: str,
    membership: Membership,
    kind: str,
    by: Actor,
    now: datetime,
    email: str = "",
) -> tuple[Contact, str]:
    """Somebody this organisation knows, with the relation that makes her this member's. The link code is for her."""
    code = codes.new_code(LINK_LENGTH)
    contact = organisation.contacts.create(
        name=name,
        email=email,
        link_hash=codes.keyed_hash(code),
        link_until=now + timedelta(days=LINK_DAYS),
        created_at=now,
    )
    relate(membership=membership, contact=contact, kind=kind, purpose="GUIDANCE", by=by, now=now)
    return contact, code


@transaction.atomic
def renew_link_code(*, contact: Contact, by: Actor, now: datetime) -> str:
    """The code got lost or too old: a new one, and the old one dies."""
    if contact.person_id:
        raise CannotLink(_("Deze persoon heeft al laten weten: dat ben ik."))
    code = codes.new_code(LINK_LENGTH)
    contact.link_hash, contact.link_until = codes.keyed_hash(code), now + timedelta(days=LINK_DAYS)
    contact.save(update_fields=["link_hash", "link_until"])
    _log_contact(contact, "renew_link_code", by=by, now=now)
    return code


def relate(*, membership: Membership, contact: Contact, kind: str, purpose: str, by: Actor, now: datetime) -> Relation:
    """Tie a member of staff to a contact. The guard of SECURITY P12 (coach is never leader) gets its place here."""
    if membership.organisation_id != contact.organisation_id:
        raise CannotAdd(_("Deze persoon hoort bij een andere organisatie."))
    made = Relation.objects.create(membership=membership, contact=contact, kind=kind, purpose=purpose, starts_at=now)
    _log_contact(contact, "add_relation", by=by, now=now)
    return made


@transaction.atomic
def end_relation(*, contact: Contact, membership: Membership, by: Actor, now: datetime) -> None:
    """This member no longer guides or trains her; what she shared with this member closes too."""
    contact.relations.filter(membership=membership).filter(Q(ends_at=None) | Q(ends_at__gt=now)).update(ends_at=now)
    if contact.person_id:
        membership.shares_received.filter(owner=contact.person_id, ended_at=None, ends_at__gt=now).update(ended_at=now)
    _log_contact(contact, "end_relation", by=by, now=now)


@transaction.atomic
def link_contact(*, person: Person, typed: str, by: Actor, now: datetime) -> Contact:
    """She herself says: this organisation means me. Nobody can do it for her. The page slows guessing down."""
    hashed = codes.keyed_hash(codes.tidy(typed))
    contact = Contact.objects.select_for_update().filter(link_hash=hashed, link_until__gt=now, person=None).first()
    if contact is None:
        raise CannotLink(_("Deze code kennen we niet. Vraag je begeleider om een nieuwe code."))
    known = person.contacts.select_for_update().filter(organisation=contact.organisation_id).first()
    if known:  # a colleague added her before: one organisation knows her once
        contact.relations.update(contact=known)
        contact.delete()
        contact = known
    else:
        contact.person, contact.link_hash, contact.link_until = person, "", None
        contact.save(update_fields=["person", "link_hash", "link_until"])
    _log_contact(contact, "link_contact", by=by, now=now)
    return contact


@transaction.atomic
def unlink_contact(*, contact: Contact, by: Actor, now: datetime) -> None:
    """She takes it back: this organisation no longer knows that it is her, and nothing stays shared with it."""
    _log_contact(contact, "unlink_contact", by=by, now=now)
    here = Q(receiver__organisation=contact.organisation_id) | Q(function_organisation=contact.organisation_id)
    Share.objects.filter(here, owner=contact.person_id, ended_at=None, ends_at__gt=now).update(ended_at=now)
    contact.person = None
    contact.save(update_fields=["person"])


def _log_contact(contact: Contact, action: str, *, by: Actor, now: datetime) -> None:
    audit.record(
        actor=by,
        action=action,
        now=now,
        kind="contact",
        thing=contact.public_id,
        subject=contact.person.public_id if contact.person else None,
        organisation=contact.organisation.public_id,
    )


def _log(membership: Membership, action: str, *, by: Actor, now: datetime) -> None:
    audit.record(
        actor=by,
        action=action,
        now=now,
        kind="membership",
        thing=membership.public_id,
        subject=membership.person.public_id if membership.person else None,
        organisation=membership.organisation.public_id,
    )
