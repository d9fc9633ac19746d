# Varias a la vez: lo que no tiene ningún indicio.
moderator-button-several = 🧺 Varias a la vez
moderator-batch = 🧺 <b>{ $clean ->
        [one] Una aportación sin ningún indicio
       *[other] { $clean } aportaciones sin ningún indicio
    }</b> (ningún dato personal, ninguna grosería, ninguna copia){ $shown ->
        [one] , una aquí.
       *[other] , { $shown } aquí.
    } Están en sus manos durante diez minutos.
moderator-batch-line = <b>{ $ref }</b> · { $kind }
    { $text }
moderator-button-batch-admit = { $count ->
        [one] ✅ Admitirla
       *[other] ✅ Admitir estas { $count }
    }
moderator-button-one-by-one = 📥 Una por una
moderator-batch-none = Nada puede admitirse de una vez: el resto pide leerse una por una.
moderator-batch-gone = Esta lista ya no está en sus manos: pida otra.
moderator-batch-admitted = { $count ->
        [0] No se admitió nada: otras personas fueron más rápidas.
        [one] ✅ <b>Una aportación admitida</b>: { $refs }
       *[other] ✅ <b>{ $count } aportaciones admitidas</b>: { $refs }
    }
moderator-button-batch-undo = ↩️ Deshacer todo (30 s)
moderator-batch-undone = ↩️ { $count ->
        [one] Una aportación espera
       *[other] { $count } aportaciones esperan
    } de nuevo: { $refs }
moderator-batch-too-late = Los 30 segundos han pasado: quienes escribieron conocen la decisión.
