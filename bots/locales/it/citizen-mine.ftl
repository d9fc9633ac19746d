citizen-mine = <b>I tuoi contributi</b> ({ $count })
citizen-mine-none = Non hai ancora inviato nulla. Che cosa ti sta a cuore?
citizen-mine-line =
    <b>{ $ref }</b> · { $state }
    { $text }
citizen-item-received = Ricevuto: { $when }, in «{ $theme }».
citizen-item-state = Stato: { $state }
citizen-item-article =
    <b>Articolo { $number } della carta: { $title }</b>
    { $text }
citizen-item-merged = Messo accanto a { $ref }, che dice la stessa cosa.
citizen-item-attention = { $kind ->
        [opinion] { $votes ->
            [0] Nessuno l’ha ancora votata.
            [one] Una persona l’ha votata.
           *[other] { $votes } persone l’hanno votata.
        }
       *[other] { $supports ->
            [0] Nessuno la sostiene ancora.
            [one] Una persona la sostiene.
           *[other] { $supports } persone la sostengono.
        }
    }
citizen-button-withdraw = Ritira
citizen-button-withdraw-yes = Sì, ritira
citizen-withdraw-sure = Ritirare { $ref }? Nessuno lo vedrà più. Non si può tornare indietro.
citizen-withdrawn = { $ref } è stato ritirato.
citizen-button-trace = 🔎 Segui
citizen-trace-which = Quale contributo vuoi seguire? Scrivi /trace e il suo riferimento, per esempio /trace Q-12.
citizen-trace-unknown = Non trovo nessun contributo pubblico con questo riferimento.
citizen-trace-nothing-yet = Non compare ancora in un ordine del giorno o in una sintesi pubblicati.
citizen-trace-agenda = → All’ordine del giorno: <b>{ $rank }. { $title }</b> ({ $minutes } min)
citizen-trace-summary = → Citato nella sintesi: <b>{ $section }</b>
