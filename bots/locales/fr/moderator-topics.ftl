# Sujets : relire, renommer, réunir, séparer.
moderator-menu-topics = Les sujets : renommer, réunir, séparer
moderator-topics = 🧩 <b>Sujets de « { $theme } »</b> : { $topics ->
        [one] un sujet
       *[other] { $topics } sujets
    }, { $texts ->
        [one] une contribution
       *[other] { $texts } contributions
    }. Touchez-en un pour lire ses contributions.
moderator-topics-none = Pas encore de sujets dans « { $theme } » : il faut des contributions publiées.
moderator-topic-line = <b>{ $number }. { $title }</b>
    <i>{ $words }</i> — { $texts ->
        [one] une contribution
       *[other] { $texts } contributions
    }, { $people ->
        [one] une personne
       *[other] { $people } personnes
    }
moderator-button-topics = 🧩 Sujets
moderator-button-topic-rename = ✏️ Renommer
moderator-button-topic-merge = 🔗 Réunir avec…
moderator-button-topic-part = ✂️ Séparer…
moderator-button-topic-part-now = ✂️ En faire un sujet ({ $count })
moderator-button-topic-undo = ↩️ Annuler ce changement
moderator-button-topic-edits = ↩️ Changements faits ({ $count })
moderator-ask-topic-title = Quel titre donner à ce sujet ? Écrivez-le, en quelques mots que tout le monde comprend.
moderator-topic-renamed = ✏️ Le sujet a un nouveau titre. L’ordre du jour et la synthèse le reprennent.
moderator-topic-merge = Avec quel sujet le réunir ?
moderator-topic-merge-none = C’est le seul sujet : il n’y en a pas d’autre avec lequel le réunir.
moderator-topic-merged = 🔗 Les deux sujets n’en font plus qu’un.
moderator-topic-part = Touchez les contributions qui doivent former un sujet à part.
moderator-topic-parted = ✂️ Ces contributions forment maintenant un sujet à part. Ce qui viendra ira vers le plus proche des deux.
moderator-topic-edits = Changements faits dans les sujets de « { $theme } ». Touchez celui qu’il faut annuler.
moderator-topic-edits-none = Aucun changement à annuler dans les sujets de « { $theme } ».
moderator-topic-undone = ↩️ C’est annulé.
moderator-refused-topic-changed = Ce sujet a changé entre-temps. Rouvrez la liste : /topics
moderator-refused-unknown-topic-edit = Ce changement est déjà annulé.
