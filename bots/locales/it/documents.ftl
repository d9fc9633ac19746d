# Agenda, summary and map as text, for both bots.
document-agenda-budget = { $items ->
        [one] Un punto
       *[other] { $items } punti
    }, tempo a disposizione: { $minutes } min.
document-agenda-item = <b>{ $rank }. { $title }</b> — { $minutes } min
document-agenda-when = 🕑 { $when }
document-agenda-when-where = 🕑 { $when }, { $place }
document-agenda-supporters = 👥 { $supporters ->
        [one] una persona
       *[other] { $supporters } persone
    }
document-agenda-paid = ⏱ Pagato da: { $paid }
document-agenda-share = { $group } ({ $minutes } min)
document-agenda-group = gruppo { $number }
document-agenda-remainder = resto comune
document-agenda-others = altre persone
document-agenda-left-out = <b>Fuori dall’ordine del giorno</b>
document-agenda-left-out-item = • { $title } ({ $supporters ->
        [one] una persona
       *[other] { $supporters } persone
    })
document-agenda-lacks = Tempo mancante: { $minutes } min. Sostegni in più che sarebbero bastati: { $supporters }.
document-agenda-short = Tempo mancante: { $minutes } min.
document-citations = <i>{ $refs }</i>
document-summary-counts = Fatta a partire da { $texts ->
        [one] un contributo
       *[other] { $texts } contributi
    } di { $people ->
        [one] una persona
       *[other] { $people } persone
    }.
document-summary-counts-few = Fatta a partire da { $texts ->
        [one] un contributo
       *[other] { $texts } contributi
    } di meno di { $few } persone.
document-section-topic = <b>{ $title }</b>
document-section-common-ground = 🤝 <b>{ $title }</b>
document-section-contention = ⚖️ <b>{ $title }</b>
document-section-uncertainty = ❔ <b>{ $title }</b>
document-section-minority = 🕊 <b>{ $title }</b>
document-sentence = «{ $text }» <i>{ $refs }</i>
document-map-counts = { $participants ->
        [one] Una persona ha dato
       *[other] { $participants } persone hanno dato
    } { $votes ->
        [one] un voto
       *[other] { $votes } voti
    } su { $statements ->
        [one] un’affermazione
       *[other] { $statements } affermazioni
    }.
document-map-common-ground = 🤝 <b>Che cosa unisce</b>
document-map-contention = ⚖️ <b>Che cosa divide</b>
document-map-uncertain = ❔ <b>Che cosa lascia in dubbio</b>
document-map-groups = <b>{ $count ->
        [one] Un gruppo
       *[other] { $count } gruppi
    } di opinione</b>
document-map-no-groups = Non ci sono schieramenti netti: le opinioni si incrociano.
document-map-group = <b>Gruppo { $number }</b> ({ $size ->
        [one] una persona
       *[other] { $size } persone
    }), che cosa lo distingue:
document-statement = • { $text } <i>({ $ref })</i>
document-statement-bare = • { $ref }
document-agenda-pinned = 📌 Messo all’ordine del giorno dalla moderazione; i minuti si tolgono dal tempo comune.
document-agenda-retitled = ✏️ Titolo dato dalla moderazione; prima: «{ $title }»
document-agenda-dropped = ✖️ Tolto dalla moderazione: { $reason }
