"""Appointments; sessions that are moved or cancelled."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "appointment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("person", sa.Uuid(), nullable=True),
        sa.Column("phase", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    for column in ("about", "at", "person"):
        op.create_index(f"ix_appointment_{column}", "appointment", [column], unique=False)
    op.add_column("session", sa.Column("sequence", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("session", sa.Column("cancelled", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    op.drop_column("session", "cancelled")
    op.drop_column("session", "sequence")
    op.drop_table("appointment")
