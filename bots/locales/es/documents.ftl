# Agenda, summary and map as text, for both bots.
document-agenda-budget = { $items ->
        [one] Un punto
       *[other] { $items } puntos
    }, tiempo disponible: { $minutes } min.
document-agenda-item = <b>{ $rank }. { $title }</b> — { $minutes } min
document-agenda-when = 🕑 { $when }
document-agenda-when-where = 🕑 { $when }, { $place }
document-agenda-supporters = 👥 { $supporters ->
        [one] una persona
       *[other] { $supporters } personas
    }
document-agenda-paid = ⏱ Pagado por: { $paid }
document-agenda-share = { $group } ({ $minutes } min)
document-agenda-group = grupo { $number }
document-agenda-remainder = resto común
document-agenda-others = otras personas
document-agenda-left-out = <b>Fuera del orden del día</b>
document-agenda-left-out-item = • { $title } ({ $supporters ->
        [one] una persona
       *[other] { $supporters } personas
    })
document-agenda-lacks = Tiempo que faltó: { $minutes } min. Apoyos más que habrían bastado: { $supporters }.
document-agenda-short = Tiempo que faltó: { $minutes } min.
document-citations = <i>{ $refs }</i>
document-summary-counts = Hecho a partir de { $texts ->
        [one] una aportación
       *[other] { $texts } aportaciones
    } de { $people ->
        [one] una persona
       *[other] { $people } personas
    }.
document-summary-counts-few = Hecho a partir de { $texts ->
        [one] una aportación
       *[other] { $texts } aportaciones
    } de menos de { $few } personas.
document-section-topic = <b>{ $title }</b>
document-section-common-ground = 🤝 <b>{ $title }</b>
document-section-contention = ⚖️ <b>{ $title }</b>
document-section-uncertainty = ❔ <b>{ $title }</b>
document-section-minority = 🕊 <b>{ $title }</b>
document-sentence = «{ $text }» <i>{ $refs }</i>
document-map-counts = { $participants ->
        [one] Una persona ha dado
       *[other] { $participants } personas han dado
    } { $votes ->
        [one] un voto
       *[other] { $votes } votos
    } sobre { $statements ->
        [one] una afirmación
       *[other] { $statements } afirmaciones
    }.
document-map-common-ground = 🤝 <b>Lo que une</b>
document-map-contention = ⚖️ <b>Lo que divide</b>
document-map-uncertain = ❔ <b>Lo que deja dudas</b>
document-map-groups = <b>{ $count ->
        [one] Un grupo
       *[other] { $count } grupos
    } de opinión</b>
document-map-no-groups = No hay bandos claros: las opiniones se cruzan.
document-map-group = <b>Grupo { $number }</b> ({ $size ->
        [one] una persona
       *[other] { $size } personas
    }), lo que lo distingue:
document-statement = • { $text } <i>({ $ref })</i>
document-statement-bare = • { $ref }
document-agenda-pinned = 📌 Incluido en el orden del día por la moderación; sus minutos se descuentan del tiempo común.
document-agenda-retitled = ✏️ Título puesto por la moderación; antes: «{ $title }»
document-agenda-dropped = ✖️ Retirado por la moderación: { $reason }
