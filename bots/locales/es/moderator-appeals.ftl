# Los recursos en la cola.
moderator-former = ✏️ Una nueva versión de <b>{ $ref }</b> ({ $state }): «{ $text }»
moderator-former-refused = ✏️ Una nueva versión de <b>{ $ref }</b>, rechazada (artículo { $article }): «{ $text }»
moderator-appeal = ⚖️ <b>Recurso</b> — para quien no decidió.
moderator-appeal-bare = <i>Recurso presentado hace { $age }, sin razón.</i>
moderator-appeal-reason = <i>Recurso presentado hace { $age }:</i> «{ $reason }»
moderator-appeal-upheld = ⚖️ Tras un recurso: la decisión se mantiene.
moderator-appeal-overturned = ⚖️ Tras un recurso: anulada, la aportación está publicada.
moderator-button-uphold = ⛔ Mantener
moderator-button-overturn = ✅ Publicar
moderator-appeals-own = ⚖️ { $count ->
        [one] Un recurso contra una decisión suya espera
       *[other] { $count } recursos contra decisiones suyas esperan
    } a otra persona. Si está a solas, invite a alguien: /invite
moderator-refused-own-decision = { $ref }: el recurso es contra su propia decisión; debe mirarlo otra persona.
moderator-refused-no-appeal = { $ref }: ya no hay ningún recurso por decidir.
moderator-refused-own-entry = { $ref }: este texto lo introdujo usted; debe decidir otra persona.
