# Agenda, summary and map as text, for both bots.
document-agenda-budget = { $items ->
        [one] One item
       *[other] { $items } items
    }, time budget { $minutes } minutes.
document-agenda-item = <b>{ $rank }. { $title }</b> — { $minutes } min
document-agenda-when = 🕑 { $when }
document-agenda-when-where = 🕑 { $when }, { $place }
document-agenda-supporters = 👥 { $supporters ->
        [one] one person
       *[other] { $supporters } people
    }
document-agenda-paid = ⏱ Paid by: { $paid }
document-agenda-share = { $group } ({ $minutes } min)
document-agenda-group = group { $number }
document-agenda-remainder = common remainder
document-agenda-others = other people
document-agenda-left-out = <b>Not on the agenda</b>
document-agenda-left-out-item = • { $title } ({ $supporters ->
        [one] one person
       *[other] { $supporters } people
    })
document-agenda-lacks = Time that was missing: { $minutes } min. Further supporters that would have sufficed: { $supporters }.
document-agenda-short = Time that was missing: { $minutes } min.
document-citations = <i>{ $refs }</i>
document-summary-counts = Made from { $texts ->
        [one] one contribution
       *[other] { $texts } contributions
    } by { $people ->
        [one] one person
       *[other] { $people } people
    }.
document-summary-counts-few = Made from { $texts ->
        [one] one contribution
       *[other] { $texts } contributions
    } by fewer than { $few } people.
document-section-topic = <b>{ $title }</b>
document-section-common-ground = 🤝 <b>{ $title }</b>
document-section-contention = ⚖️ <b>{ $title }</b>
document-section-uncertainty = ❔ <b>{ $title }</b>
document-section-minority = 🕊 <b>{ $title }</b>
document-sentence = “{ $text }” <i>{ $refs }</i>
document-map-counts = { $participants ->
        [one] One person has
       *[other] { $participants } people have
    } given { $votes } votes on { $statements } statements.
document-map-common-ground = 🤝 <b>What unites</b>
document-map-contention = ⚖️ <b>What divides</b>
document-map-uncertain = ❔ <b>What leaves people unsure</b>
document-map-groups = <b>{ $count ->
        [one] One group
       *[other] { $count } groups
    } of opinion</b>
document-map-no-groups = There are no clear camps: opinions cross in many ways.
document-map-group = <b>Group { $number }</b> ({ $size } people) stands out by:
document-statement = • { $text } <i>({ $ref })</i>
document-statement-bare = • { $ref }
document-agenda-pinned = 📌 Put on the agenda by the moderators; its minutes come off the common time.
document-agenda-retitled = ✏️ Title by the moderators; at first: “{ $title }”
document-agenda-dropped = ✖️ Taken off by the moderators: { $reason }
