# Più insieme: ciò che non ha alcun indizio.
moderator-button-several = 🧺 Più insieme
moderator-batch = 🧺 <b>{ $clean ->
        [one] Un contributo senza alcun indizio
       *[other] { $clean } contributi senza alcun indizio
    }</b> (nessun dato personale, nessuna parola volgare, nessuna copia){ $shown ->
        [one] , uno qui.
       *[other] , { $shown } qui.
    } Sono nelle vostre mani per dieci minuti.
moderator-batch-line = <b>{ $ref }</b> · { $kind }
    { $text }
moderator-button-batch-admit = { $count ->
        [one] ✅ Ammetterlo
       *[other] ✅ Ammettere questi { $count }
    }
moderator-button-one-by-one = 📥 Uno per uno
moderator-batch-none = Niente si può ammettere in una volta: il resto va letto uno per uno.
moderator-batch-gone = Questo elenco non è più nelle vostre mani: chiedetene uno nuovo.
moderator-batch-admitted = { $count ->
        [0] Niente è stato ammesso: altri sono stati più veloci.
        [one] ✅ <b>Un contributo ammesso</b>: { $refs }
       *[other] ✅ <b>{ $count } contributi ammessi</b>: { $refs }
    }
moderator-button-batch-undo = ↩️ Annullare tutto (30 s)
moderator-batch-undone = ↩️ { $count ->
        [one] Un contributo aspetta
       *[other] { $count } contributi aspettano
    } di nuovo: { $refs }
moderator-batch-too-late = I 30 secondi sono passati: gli autori conoscono la decisione.
