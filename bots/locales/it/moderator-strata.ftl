# Le quote della popolazione, e chi manca.
moderator-menu-strata = Chi vive qui: età, quartieri, categorie
moderator-menu-missing = Chi non ha ancora voce
moderator-stratum = { $stratum ->
        [age] Età
        [area] Quartiere
       *[actor] Categoria
    }
moderator-strata = 👥 <b>Chi vive qui</b>, secondo la città. È con queste quote che /missing confronta chi partecipa.
moderator-strata-line = <b>{ $stratum }</b>: { $shares }
moderator-strata-share = { $value } { $percent }%
moderator-strata-none = <b>{ $stratum }</b>: ancora nessuna quota.
moderator-button-strata = 👥 Annotare le quote
moderator-button-strata-undo = ↩️ Annulla questa modifica
moderator-button-missing = 🔎 Chi manca?
moderator-button-form = 📄 Foglio da stampare
moderator-ask-strata = <b>{ $stratum }</b>: quali quote della popolazione? Scrivile in una riga, 100% in tutto. Per esempio:
    <code>{ $example }</code>
moderator-ask-strata-known = Possibili: { $values }.
moderator-ask-strata-areas = Sono anche i quartieri tra cui le persone scelgono; «altrove» si aggiunge da solo.
moderator-slip-strata = { $fault ->
        [few] Ce ne vogliono almeno due.
        [many] Sono troppe: al massimo { $most }.
        [unknown] Uno di questi nomi non è nell’elenco.
        [long] Un nome è troppo lungo: al massimo { $longest } caratteri.
        [twice] Un nome compare due volte.
        [sum] Il totale è { $total }%: deve essere 100%, con uno scarto di due.
       *[unreadable] Non ho capito: un nome, un numero, poi «·» prima del seguente.
    }
moderator-strata-noted = ✅ Annotato.
moderator-strata-undone = ↩️ Annullato: valgono di nuovo le quote di prima.
moderator-refused-targets = Queste quote non fanno un intero: /strata
moderator-refused-unknown-targets = Queste quote non valgono più: /strata
moderator-missing-no-targets = Per vedere chi manca bisogna sapere chi vive qui: annota prima le quote delle età, dei quartieri o delle categorie con /strata.
moderator-missing = 🔎 <b>Chi non ha ancora voce in «{ $theme }»</b>
    Persone che vi hanno scritto, sostenuto, votato o prenotato un posto: <b>{ $people }</b>
moderator-missing-stratum = <b>{ $stratum }</b> — { $clear ->
        [yes] manca qualcuno:
       *[no] nessuno scarto maggiore del caso:
    }
moderator-missing-few = 🔻 <b>{ $value }</b>: { $share }% invece di { $target }% ({ $people } persone). Ne servirebbero circa { $needed } in più.
moderator-missing-few-small = 🔻 <b>{ $value }</b>: meno di { $smallest } persone, al massimo { $share }% invece di { $target }%. Ne servirebbero almeno { $needed } in più.
moderator-missing-few-untold = 🔻 <b>{ $value }</b>: al massimo { $share }% invece di { $target }% (numero non detto). Ne servirebbero almeno { $needed } in più.
moderator-missing-there = • { $value }: { $share }% per { $target }% ({ $people } persone)
moderator-missing-there-small = • { $value }: meno di { $smallest } persone, per { $target }%
moderator-missing-there-untold = • { $value }: numero non detto, per { $target }%
moderator-missing-silent = ◻️ Non hanno detto nulla su questo: { $people }
moderator-missing-beside = ◻️ Hanno detto altro, senza quota: { $people }
moderator-missing-small = Un numero inferiore a { $smallest } non si dice, né quello da cui si potrebbe dedurre.
moderator-missing-caution = <i>«Manca» vuol dire: lo scarto è troppo grande per il caso (cinque probabilità su cento di sbagliare per ogni voce). Conta solo ciò che le persone hanno voluto dire: è un indizio, non un censimento.</i>
moderator-missing-chart = { $theme }: chi partecipa
moderator-missing-there-now = partecipa
moderator-missing-target = vive qui
moderator-missing-caption = «{ $theme }»: le quote di chi partecipa (barre) e della popolazione (tratti); le cifre sono quelle del messaggio precedente.
moderator-missing-next = { $clear ->
        [yes] <b>E adesso?</b> Andare dove sono queste persone:
       *[no] <b>E adesso?</b> Nessuno manca in modo netto. Per allargare ancora:
    }
    • un manifesto, con un link che conta da dove si arriva: { $link ->
        [none] richiedete /missing tra un minuto, per ora il bot dei cittadini non dice il suo nome
       *[other] { $link } (il luogo al posto dei puntini, vedi /stats)
    }
    • il foglio da stampare, per chi non ha Telegram: /form, poi /enter
    • un messaggio a chi partecipa già, perché ne parli intorno a sé: /broadcast
