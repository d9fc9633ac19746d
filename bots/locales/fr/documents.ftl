# Ordre du jour, synthèse et carte en texte, pour les deux bots.
document-agenda-budget = { $items ->
        [1] Un point
       *[other] { $items } points
    }, budget-temps de { $minutes } minutes.
document-agenda-item = <b>{ $rank }. { $title }</b> — { $minutes } min
document-agenda-when = 🕑 { $when }
document-agenda-when-where = 🕑 { $when }, { $place }
document-agenda-supporters = 👥 { $supporters ->
        [1] une personne
       *[other] { $supporters } personnes
    }
document-agenda-paid = ⏱ Payé par : { $paid }
document-agenda-share = { $group } ({ $minutes } min)
document-agenda-group = groupe { $number }
document-agenda-remainder = reste commun
document-agenda-others = autres personnes
document-agenda-left-out = <b>Hors de l’ordre du jour</b>
document-agenda-left-out-item = • { $title } ({ $supporters ->
        [1] une personne
       *[other] { $supporters } personnes
    })
document-agenda-lacks = Temps qui a manqué : { $minutes } min. Soutiens de plus qui auraient suffi : { $supporters }.
document-agenda-short = Temps qui a manqué : { $minutes } min.
document-citations = <i>{ $refs }</i>
document-summary-counts = Faite à partir de { $texts ->
        [1] une contribution
       *[other] { $texts } contributions
    } { $people ->
        [1] d’une personne
       *[other] de { $people } personnes
    }.
document-summary-counts-few = Faite à partir de { $texts ->
        [1] une contribution
       *[other] { $texts } contributions
    } de moins de { $few } personnes.
document-section-topic = <b>{ $title }</b>
document-section-common-ground = 🤝 <b>{ $title }</b>
document-section-contention = ⚖️ <b>{ $title }</b>
document-section-uncertainty = ❔ <b>{ $title }</b>
document-section-minority = 🕊 <b>{ $title }</b>
document-sentence = « { $text } » <i>{ $refs }</i>
document-map-counts = { $participants ->
        [1] Une personne a donné
       *[other] { $participants } personnes ont donné
    } { $votes } votes sur { $statements } affirmations.
document-map-common-ground = 🤝 <b>Ce qui rassemble</b>
document-map-contention = ⚖️ <b>Ce qui divise</b>
document-map-uncertain = ❔ <b>Ce qui laisse dans le doute</b>
document-map-groups = <b>{ $count ->
        [1] Un groupe
       *[other] { $count } groupes
    } d’opinion</b>
document-map-no-groups = Il n’y a pas de camps bien nets : les avis se croisent.
document-map-group = <b>Groupe { $number }</b> ({ $size } personnes), ce qui le distingue :
document-statement = • { $text } <i>({ $ref })</i>
document-statement-bare = • { $ref }
document-agenda-pinned = 📌 Mis à l’ordre du jour par la modération ; ce temps est pris sur le temps commun.
document-agenda-retitled = ✏️ Titre donné par la modération ; d’abord : « { $title } »
document-agenda-dropped = ✖️ Retiré par la modération : { $reason }
