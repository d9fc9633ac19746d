# Ciò che si viene a sapere di una decisione contestata e di un testo rimosso.
notice-appeal-upheld = ⚖️ Un’altra persona ha riletto <b>{ $ref }</b>: la decisione resta, articolo { $article } della carta: { $reason }
    Puoi scriverlo in altro modo e inviarlo di nuovo.
notice-appeal-overturned = ⚖️ Un’altra persona ha riletto <b>{ $ref }</b> e ti dà ragione: è pubblicato, chiunque può leggerlo.
notice-removed = <b>{ $ref }</b> non è più pubblicato: due persone l’hanno rimosso in base all’articolo { $article } della carta: { $reason }
    Puoi scriverlo in altro modo, o chiedere che lo guardi un’altra persona.
notice-removal-undone = ✅ <b>{ $ref }</b> è di nuovo pubblicato: la rimozione è stata annullata.
notice-removal-requested = Una persona del gruppo chiede di rimuovere <b>{ $ref }</b>, che è pubblicato, in base all’articolo { $article } della carta. Serve una seconda persona: leggi, poi decidi.
button-amend = ✏️ Scriverlo in altro modo
button-appeal = ⚖️ Fare ricorso
notice-appeals = ⚖️ { $count ->
    [one] Un ricorso attende
   *[other] { $count } ricorsi attendono
} la decisione di una persona diversa da chi ha deciso per prima: /queue
