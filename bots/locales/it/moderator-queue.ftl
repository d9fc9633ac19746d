# La coda: una scheda per contributo.
moderator-card-head = 📥 <b>{ $ref }</b> · { $kind } · { $theme }
moderator-backlog = <i>{ $waiting ->
        [one] Un contributo aspetta
       *[other] { $waiting } contributi aspettano
    }, il più vecchio da { $age }.</i>
age-days = { $count ->
        [one] un giorno
       *[other] { $count } giorni
    }
age-hours = { $count ->
        [one] un’ora
       *[other] { $count } ore
    }
age-minutes = { $count ->
        [one] un minuto
       *[other] { $count } minuti
    }
age-moments = qualche istante
moderator-near-item = • <b>{ $ref }</b> { $text }
moderator-which-article = <b>In base a quale articolo della carta?</b>
moderator-button-admit = ✅ Ammettere
moderator-button-refuse = ⛔ Rifiutare…
moderator-button-merge = 🔗 Unire a { $ref }
moderator-button-skip = ⏭ Lasciare
moderator-button-undo = ↩️ Annullare (30 s)
moderator-button-next = ➡️ Avanti
moderator-button-take-again = ↩️ Riprenderlo
moderator-button-all-themes = 📥 Altri temi ({ $count })
moderator-decided-admitted = ✅ <b>Ammesso.</b>
moderator-decided-refused = ⛔ <b>Rifiutato</b>, articolo { $number }: { $title }.
moderator-decided-merged = 🔗 <b>Unito a { $into }</b>; i due testi restano.
moderator-decided-withdrawn = 🗑 <b>Ritirato</b> da chi l’ha scritto.
moderator-decided-waiting = ⏳ <b>In attesa.</b>
moderator-decided-skipped = ⏭ <b>{ $ref }</b>: lasciato a qualcun altro; torna quando non aspetta più nient’altro.
moderator-queue-empty = 🎉 La coda è vuota: non aspetta niente.
moderator-queue-in-hands = Niente per voi: { $waiting ->
        [one] l’ultimo contributo è
       *[other] gli ultimi { $waiting } contributi sono
    } nelle mani di altri.
