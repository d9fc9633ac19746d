# Il registro pubblico della moderazione.
moderator-menu-record = Il registro pubblico della moderazione
moderator-record = ⚖️ <b>Registro della moderazione</b> — { $title }
moderator-record-line = • { $name }: <b>{ $count }</b>
moderator-record-few = —
moderator-record-articles = <b>Rifiuti, per articolo della carta</b>
moderator-record-untold = • —
moderator-record-appeals = <b>Ricorsi</b>
moderator-outcome-open = in attesa
moderator-outcome-upheld = decisione confermata
moderator-outcome-overturned = decisione annullata
moderator-record-removals = 🗑 Tolti dopo la pubblicazione: <b>{ $count }</b>
moderator-record-times = ⏱ Metà delle decisioni entro { $median }, nove su dieci entro { $p90 }.
moderator-record-oldest = ⏳ Ciò che aspetta da più tempo è arrivato il { $day }.
moderator-record-small = <i>—: meno di { $smallest } persone, o un numero che permetterebbe di dedurlo. Questo registro è anche nei dati aperti.</i>
moderator-record-file = Il registro come tabella (CSV)
