# Temi e fasi.
moderator-themes = <b>Temi</b>
moderator-theme-line = • <b>{ $title }</b> (<code>{ $slug }</code>) — { $phase }{ $waiting ->
        [0] {""}
       *[other] , 📥 { $waiting } in attesa
    }
moderator-no-theme = Non c’è ancora alcun tema. Create il primo!
moderator-which-theme = Quale tema?
moderator-button-new-theme = ➕ Nuovo tema
moderator-button-phase = 🚦 Fase
moderator-button-session = 📅 Nuovo incontro
moderator-button-stats = 📊 Numeri
moderator-button-open = ▶️ Aprire: raccogliere le voci
moderator-button-announce = 📣 Solo annunciare
moderator-ask-title = Qual è il titolo del nuovo tema? Scrivetelo.
moderator-slip-title = Un titolo ha da 3 a 120 caratteri; questo ne ha { $length }. Scrivetene un altro.
moderator-theme-drafted = ✅ «<b>{ $title }</b>» è creato. Il suo nome breve: <code>{ $slug }</code>
    È una bozza: i cittadini non lo vedono ancora.
moderator-which-phase = <b>{ $title }</b> è nella fase «{ $phase }». In quale fase?
    A una data invece che ora: <code>/phase { $slug } deliberating 2026-12-05 18:00</code>
moderator-theme-moved = ✅ <b>{ $title }</b> è ora nella fase «{ $phase }».
moderator-theme-moved-on = Nel frattempo il tema ha cambiato fase: ecco dov’è.
moderator-slip-phase = «{ $phase }» non è una fase. Le fasi: { $phases }
moderator-theme-until = ⏳ Previsto: «{ $phase }», { $when }
moderator-phase-planned = ⏳ Annotato: passa alla fase «{ $phase }», { $when }. Da ora i cittadini vedono questa data.
moderator-phase-dropped = Il passaggio previsto («{ $phase }», { $when }) non avverrà.
moderator-button-unplan = ✖️ Togliere il passaggio previsto
