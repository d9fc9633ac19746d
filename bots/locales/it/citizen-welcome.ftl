# First words, consent, home menu, commands.
citizen-about = Porto le tue domande e le tue opinioni sulla vita di { $city } nei suoi dibattiti pubblici. Premi Avvia: di te non viene conservato nulla prima del tuo consenso.
citizen-about-short = Le tue domande e le tue opinioni per i dibattiti pubblici di { $city }.

citizen-menu-themes = di che cosa discute la città
citizen-menu-ask = fare una domanda
citizen-menu-opinion = dare un’opinione
citizen-menu-vote = votare le opinioni degli altri
citizen-menu-questions = leggere e sostenere le domande
citizen-menu-sessions = i dibattiti: date e posti
citizen-menu-mine = i miei contributi e il loro seguito
citizen-menu-agenda = l’ordine del giorno del dibattito
citizen-menu-summary = la sintesi di ciò che è stato detto
citizen-menu-map = chi è d’accordo su che cosa
citizen-menu-trace = seguire un contributo
citizen-menu-language = cambiare lingua
citizen-menu-help = che cosa posso fare qui
citizen-menu-privacy = che cosa succede alle mie parole
citizen-menu-cancel = fermare quello che è in corso

citizen-button-themes = 🗂 Temi
citizen-button-ask = ❓ Fai una domanda
citizen-button-opinion = 💬 Di’ la tua opinione
citizen-button-vote = 🗳 Vota
citizen-button-questions = 🙋 Domande
citizen-button-sessions = 📅 Dibattiti
citizen-button-mine = 📁 I miei contributi
citizen-button-agenda = Ordine del giorno
citizen-button-summary = Sintesi
citizen-button-map = Mappa
citizen-button-language = 🌐 Lingua
citizen-button-help = Aiuto
citizen-button-home = 🏠 Menu
citizen-button-privacy = 🔒 Riservatezza
citizen-button-consent = ✅ Sono d’accordo, iniziamo
citizen-button-read-first = 👀 Prima do un’occhiata

citizen-welcome =
    <b>Ciao, che piacere averti qui!</b>
    Qui puoi fare domande, dire la tua opinione e iscriverti ai dibattiti pubblici di { $city }.
citizen-welcome-theme = Il tema che ti ha portato qui: <b>{ $theme }</b>.
citizen-privacy-short =
    🔒 <b>Prima di partecipare</b>
    Quello che scrivi viene letto da una persona della moderazione, poi mostrato senza il tuo nome. Nessuno vede i tuoi voti. Il tuo account Telegram è conservato sigillato, solo per poterti rispondere. Nulla viene conservato prima del tuo consenso.
citizen-consent-first = Per partecipare mi serve prima il tuo consenso: basta un tocco, poi continuiamo.
citizen-joined = Grazie, ora partecipi anche tu. ✅
citizen-home =
    <b>{ $city } ti ascolta</b>
    Che cosa vuoi fare?
citizen-help = <b>Che cosa puoi fare qui</b>
citizen-unknown-command = Non conosco questo comando. Ecco che cosa puoi fare:
citizen-language = In quale lingua parliamo?
citizen-language-chosen = Ora parliamo in: { $name }.
citizen-cancelled = Fatto: non c’è più nulla in corso.
citizen-flood = È tanto in una volta sola. Aspetta un minuto, per favore: quello che invii adesso non viene ricevuto.
citizen-edited = Quello che ho ricevuto resta com’è. Per cambiarlo, ritiralo e scrivilo di nuovo.
citizen-private-only = Parliamone in privato, per favore: tocca il mio nome e scrivimi lì.
citizen-gone = Questo pulsante non funziona più. Il menu mostra che cosa è possibile ora.
citizen-outcome-later = Il tuo messaggio è registrato. Ci vuole un po’ più del solito; troverai il seguito in /mine.
