# /remove: in due si toglie ciò che è pubblicato.
moderator-menu-remove = Togliere ciò che è pubblicato, in due
moderator-ask-remove = Che cosa va tolto? Scrivete il riferimento, per esempio Q-12.
moderator-removals = { $count ->
        [one] <b>Una richiesta di togliere qualcosa aspetta:</b>
       *[other] <b>{ $count } richieste di togliere qualcosa aspettano:</b>
    }
moderator-removal-line = • <b>{ $ref }</b> { $text }
moderator-removal-asked = { $others ->
        [0] ✅ Annotato per <b>{ $ref }</b>, ma non c’è nessun altro che possa essere d’accordo: invitate qualcuno (/invite). Fino ad allora resta pubblicato.
        [one] ✅ Richiesto: una persona è stata avvisata. Finché non risponde, <b>{ $ref }</b> resta pubblicato.
       *[other] ✅ Richiesto: { $others } persone sono state avvisate. Finché nessuna risponde, <b>{ $ref }</b> resta pubblicato.
    }
moderator-removal-request = 🗑 Una richiesta di toglierlo, articolo { $number }: { $title }.
moderator-removal-question = Va tolto? Chi l’ha scritto viene avvisato e può fare ricorso. I voti restano, ma non contano più.
moderator-removal-own = È la vostra richiesta: deve essere d’accordo un’altra persona.
moderator-button-removal-confirm = 🗑 Togliere
moderator-button-removal-drop = Lasciarlo pubblicato
moderator-removal-dropped = <b>{ $ref }</b> resta pubblicato: la richiesta è ritirata.
moderator-refused-removal-pending = È già chiesto di togliere { $ref }: /remove mostra la richiesta.
moderator-refused-removal-settled = Questa richiesta ha già la sua risposta.
moderator-refused-unknown-removal = Questa richiesta di togliere qualcosa non esiste.
