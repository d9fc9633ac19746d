"""The people of the demo who hold a phone: what they ask and say, as they would type it."""

from dataclasses import dataclass

from bots.playground import Phone


@dataclass(frozen=True, slots=True)
class Role:
    """A citizen of the play."""

    name: str
    language: str
    question: str
    opinion: str


ROLES = (
    Role(
        "Camille",
        "fr",
        "Pourquoi les menus de la cantine de mes enfants sont-ils décidés un an à l’avance ?",
        "Les parents devraient goûter une fois par trimestre ce que mangent leurs enfants à la cantine.",
    ),
    Role(
        "Yanis",
        "fr",
        "Est-ce que la ville peut aider les étudiants à manger de la viande locale sans se ruiner ?",
        "Un repas à 1 euro devrait contenir des produits du Puy-de-Dôme.",
    ),
    Role(
        "Marguerite",
        "fr",
        "Qui reprendra les fermes de Salers quand nous serons à la retraite ?",
        "Sans éleveurs, les estives du Sancy retournent à la friche.",
    ),
    Role(
        "Emily",
        "en",
        "Could restaurants say on the menu which farm the meat comes from?",
        "I would eat less meat if the vegetarian dish were not always the same omelette.",
    ),
)


@dataclass(frozen=True, slots=True)
class Player:
    """A role and the phone it is played on."""

    role: Role
    phone: Phone
