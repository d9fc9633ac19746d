# I ricorsi nella coda.
moderator-former = ✏️ Una nuova versione di <b>{ $ref }</b> ({ $state }): «{ $text }»
moderator-former-refused = ✏️ Una nuova versione di <b>{ $ref }</b>, rifiutato (articolo { $article }): «{ $text }»
moderator-appeal = ⚖️ <b>Ricorso</b> — per chi non ha deciso.
moderator-appeal-bare = <i>Ricorso presentato da { $age }, senza motivo.</i>
moderator-appeal-reason = <i>Ricorso presentato da { $age }:</i> «{ $reason }»
moderator-appeal-upheld = ⚖️ Dopo un ricorso: la decisione resta.
moderator-appeal-overturned = ⚖️ Dopo un ricorso: annullata, il contributo è pubblicato.
moderator-button-uphold = ⛔ Confermare
moderator-button-overturn = ✅ Pubblicare
moderator-appeals-own = ⚖️ { $count ->
        [one] Un ricorso contro una vostra decisione aspetta
       *[other] { $count } ricorsi contro vostre decisioni aspettano
    } un’altra persona. Se siete soli, invitate qualcuno: /invite
moderator-refused-own-decision = { $ref }: il ricorso è contro la vostra decisione; deve guardare un’altra persona.
moderator-refused-no-appeal = { $ref }: non c’è più alcun ricorso da decidere.
moderator-refused-own-entry = { $ref }: avete inserito voi questo testo; deve decidere un’altra persona.
