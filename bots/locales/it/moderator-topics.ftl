# Gli argomenti: leggere, rinominare, unire, dividere.
moderator-menu-topics = Gli argomenti: rinominare, unire, dividere
moderator-topics = 🧩 <b>Argomenti di «{ $theme }»</b>: { $topics ->
        [one] un argomento
       *[other] { $topics } argomenti
    }, { $texts ->
        [one] un contributo
       *[other] { $texts } contributi
    }. Toccatene uno per leggerne i contributi.
moderator-topics-none = Ancora nessun argomento in «{ $theme }»: servono contributi ammessi.
moderator-topic-line = <b>{ $number }. { $title }</b>
    <i>{ $words }</i> — { $texts ->
        [one] un contributo
       *[other] { $texts } contributi
    }, { $people ->
        [one] una persona
       *[other] { $people } persone
    }
moderator-button-topics = 🧩 Argomenti
moderator-button-topic-rename = ✏️ Rinominare
moderator-button-topic-merge = 🔗 Unire a…
moderator-button-topic-part = ✂️ Dividere…
moderator-button-topic-part-now = ✂️ Farne un argomento ({ $count })
moderator-button-topic-undo = ↩️ Annullare questa modifica
moderator-button-topic-edits = ↩️ Modifiche fatte ({ $count })
moderator-ask-topic-title = Che titolo deve avere questo argomento? Scrivetelo, in poche parole che tutti capiscano.
moderator-topic-renamed = ✏️ L’argomento ha un nuovo titolo. Ordine del giorno e sintesi lo riprendono.
moderator-topic-merge = A quale argomento?
moderator-topic-merge-none = È l’unico argomento: non ce n’è un altro a cui unirlo.
moderator-topic-merged = 🔗 I due argomenti ora sono uno.
moderator-topic-part = Toccate i contributi che devono formare un argomento a sé.
moderator-topic-parted = ✂️ Questi contributi ora sono un argomento a sé. Ciò che arriverà andrà al più vicino dei due.
moderator-topic-edits = Modifiche fatte agli argomenti di «{ $theme }». Toccate quella da annullare.
moderator-topic-edits-none = Non c’è alcuna modifica da annullare negli argomenti di «{ $theme }».
moderator-topic-undone = ↩️ Annullato.
moderator-refused-topic-changed = Nel frattempo questo argomento è cambiato. Riaprite l’elenco: /topics
moderator-refused-unknown-topic-edit = Questa modifica è già annullata.
