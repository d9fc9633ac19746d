# Las objeciones del garante.
moderator-help-object = <b>Objetar</b>
moderator-menu-object = Objetar en público
moderator-ask-objection = ¿Qué no va bien en cómo se conduce «{ $theme }»? Escríbalo en { $most } caracteres como máximo: lo leerá todo el mundo, bajo lo publicado y en el registro.
moderator-slip-objection = Una objeción tiene de { $least } a { $most } caracteres; esta tiene { $length }. Escriba de nuevo, o /cancel.
moderator-button-objection-back = ↩️ Retirarla
moderator-objected = ⚖️ Su objeción sobre «{ $theme }» es pública: bajo el orden del día y el resumen, en el registro y en los datos abiertos. Se avisa al equipo.
moderator-objection-taken-back = ↩️ Retirada: ya no se muestra.
moderator-refused-unknown-objection = No hay ninguna objeción suya así.
moderator-record-objections = <b>Objeciones del garante</b>
moderator-record-objection = • { $day }, { $theme }: «{ $text }»
