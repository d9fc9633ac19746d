# Le pagine pubbliche della città.
page-skip = Vai al contenuto
page-languages = Lingue
page-city-title = { $city } delibera
page-city-lead = Ciò che le persone di { $city } chiedono, pensano e decidono insieme, tema per tema.
page-city-themes = I temi
page-city-none = Al momento non c’è nessun tema aperto.
page-city-counts = { $texts ->
        [0] ancora nessun contributo
        [one] un contributo
       *[other] { $texts } contributi
    }, { $votes ->
        [0] ancora nessun voto
        [one] un voto
       *[other] { $votes } voti
    }
page-theme-lead = Le domande e le opinioni di { $city } su «{ $theme }», e ciò che ne è uscito.
page-phases = A che punto è il tema
page-until = Fino a { $when }, poi: { $then }.
page-number-people = persone
page-number-texts = contributi pubblicati
page-number-votes = voti
page-take-part = Partecipa su Telegram
page-agenda = Ordine del giorno
page-agenda-none = L’ordine del giorno non è ancora pubblicato. Nasce dalle domande che le persone pongono e sostengono.
page-agenda-read = Perché questi punti, e che cosa è rimasto fuori
page-edition = Versione { $version }, pubblicata { $when }.
page-agenda-budget = { $items ->
        [one] Un punto
       *[other] { $items } punti
    }, { $minutes } minuti di dibattito da condividere.
page-agenda-how = Ogni persona ha ricevuto la stessa parte del tempo; un punto entra nell’ordine del giorno quando chi lo sostiene può pagarlo insieme (metodo delle parti uguali).
page-minutes = { $minutes } min
page-paid = Tempo dato da:
page-share = { $group }, { $minutes } min
page-left-out = Rimasti fuori ({ $items }), e che cosa è mancato
page-people = Sostenuto da { $people } persone
page-people-few = Sostenuto da meno di { $few } persone
page-summary = Sintesi
page-summary-none = La sintesi non è ancora pubblicata.
page-summary-read = Leggere tutta la sintesi
page-summary-how = Ogni frase è, parola per parola, quella di un contributo; tocca il suo riferimento per leggerlo intero.
page-map = Mappa delle opinioni
page-map-read = Vedere tutto ciò che unisce e divide, e i gruppi
page-map-none = La mappa appare quando almeno { $few } persone hanno votato.
page-map-common-ground = Ciò che unisce
page-map-contention = Ciò che divide
page-map-uncertain = Ciò che lascia nel dubbio
page-map-bridging = Ciò che piace oltre gli schieramenti
page-map-groups = { $groups } gruppi di opinione
page-map-group = Gruppo { $number } ({ $size } persone): ciò che lo distingue
page-map-no-groups = Non ci sono schieramenti netti: le opinioni si incrociano.
page-map-alt = Una nuvola di punti: { $participants } persone, vicine a chi vota come loro; { $groups ->
        [0] senza gruppi netti
       *[other] { $groups } gruppi
    }. Gli elenchi qui sopra dicono la stessa cosa.
page-map-caption = Un punto è una persona; due punti vicini votano in modo simile. Nessuno è nominato.
page-agree = { $percent } % d’accordo
page-unsure = { $percent } % passa
page-disagree = { $percent } % non d’accordo
page-votes = { $votes } voti
page-sessions = Incontri
page-sessions-none = Nessun incontro è ancora annunciato.
page-sessions-file = Aggiungi le date al mio calendario (.ics)
page-session-seats = { $free ->
        [0] Completo ({ $capacity } posti): lista d’attesa su Telegram
        [one] Un posto libero su { $capacity }
       *[other] { $free } posti liberi su { $capacity }
    }
page-session-cancelled = Annullato
page-moderation = La moderazione
page-moderation-lead = Che cosa è stato deciso, in numeri; un trattino sta al posto di ciò che riguarda meno di { $few } persone.
page-appeals-open = Ricorsi in attesa
page-appeals-upheld = Ricorsi: decisione confermata
page-appeals-overturned = Ricorsi: decisione annullata
page-removals = Rimozioni dopo la pubblicazione
page-moderation-times = Metà delle decisioni ha richiesto al massimo { $median }, nove su dieci { $most }.
page-objection = Obiezione di chi fa da garante, { $when }
page-data = Leggere tutto, verificare tutto
page-rest = E altro ancora nel file: { $count }
page-paper = Ordine del giorno e sintesi da stampare (PDF)
page-record-read = Moderazione, registro e tutti i file
page-record-title = Moderazione e registro
page-files = I file
page-contributions = Leggi i { $texts } contributi pubblicati
page-contributions-title = Contributi: { $theme }
page-contributions-lead = Così come sono stati scritti; i dati personali sono nascosti (▒▒▒). Chi scrive resta anonimo.
page-pages = Pagine
page-licence = Dati aperti, licenza { $licence }. Le percentuali dei voti si mostrano solo dove hanno votato almeno 10 persone.
page-feed = Segui con Atom (RSS)
page-poster = Manifesto da stampare
page-record = Il registro
page-record-head = { $entries ->
        [one] Una registrazione; impronta dell’ultima:
       *[other] { $entries } registrazioni; impronta dell’ultima:
    }
page-record-verify = Annota questa impronta: se cambia una sola registrazione, cambia anche lei. Per ricalcolare tutto:
page-poster-lead = Una domanda? Un’opinione? Bastano trenta secondi.
page-poster-qr = Codice da inquadrare, che apre { $link }
page-poster-how = Inquadra il codice con il telefono: la conversazione si apre su Telegram. Nessun nome, nessun account da creare qui.
page-poster-no-bot = Per ora il bot non dice il suo indirizzo: riaprite questa pagina tra un minuto.
page-missing = Questa pagina non esiste (o non esiste più).
page-missing-next = Vedi i temi di { $city }
page-foot-made = Fatto con Palabre, software libero, per { $city }.
page-foot-privacy = Queste pagine non usano cookie e non chiedono nulla ad altri siti.
