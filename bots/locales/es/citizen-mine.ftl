citizen-mine = <b>Sus aportaciones</b> ({ $count })
citizen-mine-none = Todavía no ha enviado nada. ¿Qué le gustaría decir?
citizen-mine-line =
    <b>{ $ref }</b> · { $state }
    { $text }
citizen-item-received = Recibida: { $when }, en «{ $theme }».
citizen-item-state = Estado: { $state }
citizen-item-article =
    <b>Artículo { $number } de la carta: { $title }</b>
    { $text }
citizen-item-merged = Colocada junto a { $ref }, que dice lo mismo.
citizen-item-attention = { $kind ->
        [opinion] { $votes ->
            [0] Nadie la ha votado todavía.
            [one] Una persona la ha votado.
           *[other] { $votes } personas la han votado.
        }
       *[other] { $supports ->
            [0] Nadie la apoya todavía.
            [one] Una persona la apoya.
           *[other] { $supports } personas la apoyan.
        }
    }
citizen-button-withdraw = Retirar
citizen-button-withdraw-yes = Sí, retirar
citizen-withdraw-sure = ¿Retirar { $ref }? Ya nadie podrá verla. No se puede deshacer.
citizen-withdrawn = { $ref } queda retirada.
citizen-button-trace = 🔎 Seguir
citizen-trace-which = ¿Qué aportación quiere seguir? Escriba /trace y su referencia, por ejemplo /trace Q-12.
citizen-trace-unknown = No encuentro ninguna aportación pública con esta referencia.
citizen-trace-nothing-yet = Todavía no figura en ningún orden del día ni resumen publicado.
citizen-trace-agenda = → En el orden del día: <b>{ $rank }. { $title }</b> ({ $minutes } min)
citizen-trace-summary = → Citada en el resumen: <b>{ $section }</b>
