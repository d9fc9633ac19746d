"""The evening of a debate through both real bots: needs, a code in the room, a scanned sign, an answered question."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from bots.playground import Phone
from deploy.demo.stage import Stage
from deploy.imports.importing import applied
from deploy.record.replay import replay
from deploy.record.verifying import verify
from deploy.wiring import Instance, now
from storage.read_models.attendance import AttendanceView, attendance_of
from storage.read_models.sessions import session_by_reference
from tests.e2e.test_main_story import PATIENCE, is_invited, taps, writes

THEME, TITLE = "les-halles", "Les halles"
NEED = "Une place pour mon fauteuil zébrulon, s’il vous plaît."
QUESTION = "Qui paiera le toit des halles quand la pluie entrera ?"


async def comes(running: Stage, name: str) -> Phone:
    """Consent, and take a seat."""
    phone = running.world.person(name, "fr")
    card = await writes(running.citizens, phone, f"/start theme-{THEME}", "Avant de participer")
    await taps(running.citizens, phone, "Je suis d’accord", card, TITLE, "Merci")
    card = await writes(running.citizens, phone, "/sessions", "S-1")
    await taps(running.citizens, phone, "M’inscrire", card, "Vous avez une place")
    return phone


async def test_an_evening_from_what_people_need_to_an_answer(running: Stage, parts: Instance) -> None:
    owner, host = await is_invited(running, "Awa", "owner"), await is_invited(running, "Hugo", "facilitator")
    soon = (now() + timedelta(minutes=20)).astimezone(ZoneInfo(running.settings.timezone))
    await writes(running.moderators, owner, f"/newtheme {TITLE}", THEME)
    await writes(running.moderators, owner, f"/phase {THEME} conference", TITLE)
    await writes(running.moderators, owner, f"/newsession {THEME} | Le soir | {soon:%Y-%m-%d %H:%M} | Ici | 9", "S-1")
    ada, ben = await comes(running, "Ada"), await comes(running, "Ben")
    await says_what_she_needs(running, ada, host)
    await both_arrive(running, host, ada, ben)
    await a_question_is_answered(running, host, ada, ben)
    debate = await session_by_reference(parts.engine, "S-1")
    assert debate is not None
    assert await attendance_of(parts.engine, debate.id) == AttendanceView(signed_up=2, came=2, walk_ins=0)
    await writes(running.moderators, host, "/attendance S-1", "2 présents", "2 sur 2 personnes ayant une place")
    await applied(parts)
    assert (await verify(running.settings, lambda *_: None)).faults == ()
    assert (await replay(running.settings, lambda *_: None)).mended == ()
    held = {
        file.name
        for file in running.settings.home.rglob("*")
        if file.is_file() and "zébrulon".encode() in file.read_bytes()
    }
    assert held == set()  # sealed in the database, in the streams and in the log


async def says_what_she_needs(running: Stage, ada: Phone, host: Phone) -> None:
    card = await writes(running.citizens, ada, "/sessions", "2 personnes viennent", "S-1")
    await taps(running.citizens, ada, "J’ai besoin de quelque chose", card, "De quoi avez-vous besoin")
    await writes(running.citizens, ada, NEED, "C’est noté")
    await writes(running.moderators, host, "/signups S-1", "Les besoins (1)", NEED)


async def both_arrive(running: Stage, host: Phone, ada: Phone, ben: Phone) -> None:
    """One shows her sign, which the host scans; the other reads the code in the room."""
    card = await writes(running.citizens, ada, "/sessions", "S-1")
    picture = await taps(running.citizens, ada, "Mon code pour l’entrée", card, "Votre code pour l’entrée")
    assert "photo" in picture
    sign = picture["caption"].partition("Votre code pour l’entrée : ")[2][:6]
    await writes(running.moderators, host, f"/start in-{sign}", f"{sign} est là", "Une personne présente")
    await ada.sees(running.citizens, "votre présence est notée", seconds=PATIENCE)
    door = await writes(running.moderators, host, "/checkin S-1", "affichez le code de la salle")
    code = door["text"].partition("affichez le code de la salle : ")[2][:6]
    await writes(running.citizens, ben, f"/start in-{code}", "Votre présence est notée")
    await writes(running.citizens, ben, code, "déjà notée")


async def a_question_is_answered(running: Stage, host: Phone, ada: Phone, ben: Phone) -> None:
    """Asked by one, admitted, supported by the other, chosen, answered; its author is told."""
    await writes(running.citizens, ada, f"/live {QUESTION}", "Question reçue", "L-1")
    seen = await writes(running.citizens, ben, "/live", "Aucune question n’est encore publiée")
    assert QUESTION not in seen["text"]
    card = await writes(running.moderators, host, "/live S-1", QUESTION, "attend")
    await taps(running.moderators, host, "Publier L-1", card, "L-1 · 👍 0")
    await ada.sees(running.citizens, "L-1", "publiée", seconds=PATIENCE)
    page = await writes(running.citizens, ben, "/live", QUESTION, "L-1 · 👍 0")
    await taps(running.citizens, ben, "Soutenir L-1", page, "L-1 · 👍 1")
    card = await writes(running.moderators, host, "/live S-1", "L-1 · 👍 1")
    card = await taps(running.moderators, host, "⭐ L-1", card, "1 sur 10 choisies")
    await taps(running.moderators, host, "L-1 a sa réponse", card, "réponse donnée")
    await ada.sees(running.citizens, "vient de recevoir une réponse", "L-1", seconds=PATIENCE)
