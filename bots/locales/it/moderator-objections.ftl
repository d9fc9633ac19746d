# Le obiezioni del garante.
moderator-help-object = <b>Obiettare</b>
moderator-menu-object = Obiettare in pubblico
moderator-ask-objection = Che cosa non va nel modo in cui si conduce «{ $theme }»? Scrivetelo in { $most } caratteri al massimo: lo leggeranno tutti, sotto ciò che è pubblicato e nel registro.
moderator-slip-objection = Un’obiezione ha da { $least } a { $most } caratteri; questa ne ha { $length }. Scrivete di nuovo, oppure /cancel.
moderator-button-objection-back = ↩️ Ritirarla
moderator-objected = ⚖️ La vostra obiezione su «{ $theme }» è pubblica: sotto l’ordine del giorno e la sintesi, nel registro e nei dati aperti. Il gruppo viene avvisato.
moderator-objection-taken-back = ↩️ Ritirata: non si vede più.
moderator-refused-unknown-objection = Non c’è una vostra obiezione di questo tipo.
moderator-record-objections = <b>Obiezioni del garante</b>
moderator-record-objection = • { $day }, { $theme }: «{ $text }»
